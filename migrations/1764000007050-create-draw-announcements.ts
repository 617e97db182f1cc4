import type { MigrationInterface, QueryRunner } from 'typeorm'

/** News of a draw for everybody, mailed in batches after the commit: how far each has come. Draws from before have told everybody in their own transaction. */
export class CreateDrawAnnouncements1764000007050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_announcements (
        id uuid PRIMARY KEY,
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        name text NOT NULL,
        told_until text COLLATE "C" NOT NULL DEFAULT '',
        finished_at timestamptz,
        CONSTRAINT draw_announcements_once UNIQUE (draw_id, name),
        CONSTRAINT draw_announcements_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id)
      )`)
    await runner.query(`CREATE INDEX draw_announcements_open ON draw_announcements (id) WHERE finished_at IS NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draw_announcements`)
  }
}
