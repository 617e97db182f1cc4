import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateSeatPools1764000005030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seat_pools (
        event_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        pool text NOT NULL,
        seats integer NOT NULL CHECK (seats >= 0),
        taken integer NOT NULL DEFAULT 0,
        PRIMARY KEY (event_id, pool),
        CONSTRAINT seat_pools_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT seat_pools_never_over_capacity CHECK (taken >= 0 AND taken <= seats)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE seat_pools`)
  }
}
