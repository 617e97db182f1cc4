import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A list that a member looks at again: whom it shows, with which columns and in which order. Without an event it fits every one. */
export class CreateApplicationViews1764000013440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_views (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        event_id uuid,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        shared boolean NOT NULL,
        list jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT application_views_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`CREATE INDEX application_views_of_organization ON application_views (organization_id, event_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE application_views`)
  }
}
