import type { MigrationInterface, QueryRunner } from 'typeorm'

/** That an event's guests were thanked and asked; the row is what makes it happen once. */
export class CreateFollowups1764000006010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followups (
        event_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        thanked_at timestamptz NOT NULL,
        came integer NOT NULL CHECK (came >= 0),
        missed integer NOT NULL CHECK (missed >= 0),
        CONSTRAINT followups_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE followups`)
  }
}
