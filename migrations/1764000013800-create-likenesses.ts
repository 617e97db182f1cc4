import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What makes applications of one event alike, as digests, and the sets that follow from it: applications that are joined by marks they share,
 * over however many others. Kept with the list, so that taking one in stays as cheap as it is.
 */
export class CreateLikenesses1764000013800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_likenesses (
        application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
        event_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('mailbox', 'lookalike', 'handle', 'person', 'device')),
        mark bytea NOT NULL,
        PRIMARY KEY (application_id, kind, mark)
      )`)
    await runner.query(`CREATE INDEX application_likenesses_shared ON application_likenesses (event_id, kind, mark, application_id)`)
    await runner.query(`
      CREATE TABLE likeness_sets (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
        size integer NOT NULL,
        newest_at timestamptz NOT NULL,
        kinds text[] NOT NULL,
        kept_by uuid
      )`)
    await runner.query(`CREATE INDEX likeness_sets_newest_first ON likeness_sets (event_id, newest_at DESC, id DESC) WHERE kept_by IS NULL`)
    await runner.query(`
      CREATE TABLE likeness_members (
        application_id uuid PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
        set_id uuid NOT NULL
      )`)
    await runner.query(`CREATE INDEX likeness_members_of_set ON likeness_members (set_id, application_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['likeness_members', 'likeness_sets', 'application_likenesses']) await runner.query(`DROP TABLE ${table}`)
  }
}
