import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateDraws1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draws (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        manifest text NOT NULL,
        commitment text NOT NULL,
        rules text NOT NULL,
        entries text NOT NULL,
        excluded text NOT NULL,
        entry_count integer NOT NULL,
        round bigint NOT NULL,
        round_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        committed_at timestamptz NOT NULL,
        trial_beacon boolean NOT NULL,
        drawn_at timestamptz,
        seed text,
        order_hash text,
        signature text,
        seq integer NOT NULL DEFAULT 0,
        head text NOT NULL,
        CONSTRAINT draws_number_per_event UNIQUE (event_id, number),
        CONSTRAINT draws_tenant_key UNIQUE (organization_id, id),
        CONSTRAINT draws_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT draws_drawn_whole CHECK ((drawn_at IS NULL) = (seed IS NULL) AND (drawn_at IS NULL) = (order_hash IS NULL))
      )`)
    await runner.query(`CREATE INDEX draws_awaiting_round ON draws (round_at) WHERE drawn_at IS NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draws`)
  }
}
