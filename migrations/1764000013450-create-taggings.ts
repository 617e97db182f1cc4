import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One word given to, or taken from, many applications: whom it is for, and how far it has come. */
export class CreateTaggings1764000013450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE taggings (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        user_id uuid NOT NULL,
        tag text NOT NULL,
        present boolean NOT NULL,
        whom jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done', 'closed', 'failed')),
        position jsonb,
        looked_at integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        left_out integer NOT NULL DEFAULT 0,
        expected integer,
        asked_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT taggings_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`CREATE INDEX taggings_of_event ON taggings (event_id, asked_at)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE taggings`)
  }
}
