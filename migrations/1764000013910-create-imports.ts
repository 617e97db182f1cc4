import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Applications that come from another form, in a file that somebody of the team has uploaded. */
export class CreateImports1764000013910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES users,
        file_name text NOT NULL,
        reading jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed')),
        plan jsonb,
        rows_total integer NOT NULL,
        rows_done integer NOT NULL DEFAULT 0,
        good integer NOT NULL DEFAULT 0,
        known integer NOT NULL DEFAULT 0,
        wrong integer NOT NULL DEFAULT 0,
        failure text,
        uploaded_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT imports_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT imports_failed_for_a_reason CHECK ((state = 'failed') = (failure IS NOT NULL))
      )`)
    await runner.query('CREATE INDEX imports_of_event ON imports (event_id, uploaded_at DESC)')
    await runner.query('CREATE INDEX imports_by_age ON imports (uploaded_at)')
    await runner.query(`
      CREATE TABLE import_errors (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        place integer NOT NULL,
        "column" text,
        value text NOT NULL,
        code text NOT NULL,
        "values" jsonb NOT NULL,
        PRIMARY KEY (import_id, line, place)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_errors')
    await runner.query('DROP TABLE imports')
  }
}
