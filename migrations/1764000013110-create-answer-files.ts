import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files that people send with an application. Until it is sent, and once it is gone, a file belongs to nobody and is forgotten after a day. */
export class CreateAnswerFiles1764000013110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE answer_files (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        application_id uuid,
        kind text NOT NULL CHECK (kind IN ('image', 'pdf')),
        content_type text NOT NULL CHECK (content_type IN ('image/webp', 'application/pdf')),
        name text,
        size integer NOT NULL CHECK (size > 0),
        sent_size integer NOT NULL CHECK (sent_size > 0),
        created_at timestamptz NOT NULL,
        CONSTRAINT answer_files_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT answer_files_application FOREIGN KEY (organization_id, application_id)
          REFERENCES applications (organization_id, id) ON DELETE SET NULL (application_id)
      )`)
    await runner.query('CREATE INDEX answer_files_of_application ON answer_files (application_id) WHERE application_id IS NOT NULL')
    await runner.query('CREATE INDEX answer_files_of_nobody ON answer_files (created_at) WHERE application_id IS NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE answer_files')
  }
}
