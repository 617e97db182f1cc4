import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateDeliveries1764000004010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deliveries (
        id uuid PRIMARY KEY,
        organization_id uuid,
        event_id uuid,
        application_id uuid,
        user_id uuid,
        recipient text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('nl', 'en')),
        template text NOT NULL,
        sender jsonb NOT NULL,
        params jsonb NOT NULL,
        key text NOT NULL CONSTRAINT deliveries_key UNIQUE,
        message_id text NOT NULL CONSTRAINT deliveries_message_id UNIQUE,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'deferred', 'sent', 'bounced', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        queued_at timestamptz NOT NULL,
        tried_at timestamptz,
        sent_at timestamptz,
        error text,
        CONSTRAINT deliveries_organization FOREIGN KEY (organization_id) REFERENCES organizations (id),
        CONSTRAINT deliveries_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT deliveries_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT deliveries_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL,
        CONSTRAINT deliveries_within_organization CHECK (organization_id IS NOT NULL OR (event_id IS NULL AND application_id IS NULL)),
        CONSTRAINT deliveries_sent_whole CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      )`)
    await runner.query(`CREATE INDEX deliveries_of_application ON deliveries (application_id, queued_at)`)
    await runner.query(`CREATE INDEX deliveries_of_event ON deliveries (event_id, template)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deliveries`)
  }
}
