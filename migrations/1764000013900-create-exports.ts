import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lists that the team takes out of an event, made by the worker and kept for a few days. */
export class CreateExports1764000013900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exports (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES users,
        format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
        locale text NOT NULL CHECK (locale IN ('nl', 'en')),
        filter jsonb NOT NULL,
        rows_done integer NOT NULL DEFAULT 0,
        rows_total integer NOT NULL,
        size bigint,
        asked_at timestamptz NOT NULL,
        done_at timestamptz,
        failed_at timestamptz,
        CONSTRAINT exports_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT exports_one_end CHECK (done_at IS NULL OR failed_at IS NULL),
        CONSTRAINT exports_done_whole CHECK ((done_at IS NULL) = (size IS NULL))
      )`)
    await runner.query('CREATE INDEX exports_of_event ON exports (event_id, asked_at DESC)')
    await runner.query('CREATE INDEX exports_by_age ON exports (asked_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exports')
  }
}
