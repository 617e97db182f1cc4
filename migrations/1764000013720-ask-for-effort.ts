import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Solved challenges that were taken, until they are over; and what of an event was refused, in numbers. */
export class AskForEffort1764000013720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE spent_efforts (id bytea PRIMARY KEY, expires_at timestamptz NOT NULL)`)
    await runner.query(`CREATE INDEX spent_efforts_expires_at ON spent_efforts (expires_at)`)
    await runner.query(`
      CREATE TABLE application_refusals (
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        day date NOT NULL,
        reason text NOT NULL,
        count integer NOT NULL CHECK (count > 0),
        PRIMARY KEY (event_id, day, reason),
        CONSTRAINT application_refusals_event FOREIGN KEY (organization_id, event_id)
          REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE application_refusals`)
    await runner.query(`DROP TABLE spent_efforts`)
  }
}
