import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was changed of a policy after applications had opened: the sentences that went and came. It is published, so it stays. */
export class CreatePolicyChanges1764000008010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE policy_changes (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        at timestamptz NOT NULL,
        role text NOT NULL,
        removed jsonb NOT NULL,
        added jsonb NOT NULL,
        CONSTRAINT policy_changes_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id)
      )`)
    await runner.query(`CREATE INDEX policy_changes_of_event ON policy_changes (event_id, at)`)
    await runner.query(`
      CREATE FUNCTION refuse_change_of_policy_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published change of policy stays as it is';
      END $$`)
    await runner.query(`
      CREATE TRIGGER policy_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_policy_changes()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE policy_changes`)
    await runner.query(`DROP FUNCTION refuse_change_of_policy_changes`)
  }
}
