import type { MigrationInterface, QueryRunner } from 'typeorm'

/** People who apply together. Who is in a group stands with the applications; the keys keep everybody of a group at one event. */
export class CreateApplicationGroups1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_groups (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT application_groups_token UNIQUE,
        token_epoch integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        CONSTRAINT application_groups_event_key UNIQUE (organization_id, event_id, id),
        CONSTRAINT application_groups_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id)
      )`)
    await runner.query(`
      ALTER TABLE applications
        ADD group_id uuid,
        ADD group_joined_at timestamptz,
        ADD CONSTRAINT applications_group_whole CHECK ((group_id IS NULL) = (group_joined_at IS NULL)),
        ADD CONSTRAINT applications_group FOREIGN KEY (organization_id, event_id, group_id) REFERENCES application_groups (organization_id, event_id, id)`)
    await runner.query(`CREATE INDEX applications_of_group ON applications (group_id, group_joined_at) WHERE group_id IS NOT NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applications DROP COLUMN group_joined_at, DROP COLUMN group_id`)
    await runner.query(`DROP TABLE application_groups`)
  }
}
