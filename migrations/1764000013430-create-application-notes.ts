import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the team writes about an application for itself. The applicant never sees it, and whoever reviews without names does not either. */
export class CreateApplicationNotes1764000013430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_notes (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL,
        user_id uuid REFERENCES users (id) ON DELETE SET NULL,
        text text NOT NULL,
        written_at timestamptz NOT NULL,
        changed_at timestamptz,
        CONSTRAINT application_notes_application FOREIGN KEY (organization_id, application_id)
          REFERENCES applications (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`CREATE INDEX application_notes_of_application ON application_notes (application_id, written_at)`)
    await runner.query(`CREATE INDEX audit_log_subject ON audit_log (organization_id, subject, at)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX audit_log_subject`)
    await runner.query(`DROP TABLE application_notes`)
  }
}
