import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Addresses, as keyed hashes, whose owners want no mail of an organization because of what others type. */
export class CreateMailBlocks1764000013710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_blocks (
        organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
        address_hash bytea NOT NULL,
        scope text NOT NULL DEFAULT 'organization' CHECK (scope = 'organization'),
        at timestamptz NOT NULL,
        undone_at timestamptz,
        PRIMARY KEY (organization_id, address_hash)
      )`)
    await runner.query(`ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check`)
    await runner.query(`ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check
      CHECK (state IN ('queued', 'deferred', 'sent', 'bounced', 'failed', 'blocked'))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE deliveries SET state = 'failed' WHERE state = 'blocked'`)
    await runner.query(`ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check`)
    await runner.query(`ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check
      CHECK (state IN ('queued', 'deferred', 'sent', 'bounced', 'failed'))`)
    await runner.query(`DROP TABLE mail_blocks`)
  }
}
