import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Applicants who want their mails at another address, until both addresses have agreed. */
export class CreateAddressChanges1764000013600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE address_changes (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL,
        email text NOT NULL,
        email_key text NOT NULL,
        prove_token_hash bytea NOT NULL CONSTRAINT address_changes_prove_token UNIQUE,
        agree_token_hash bytea CONSTRAINT address_changes_agree_token UNIQUE,
        token_epoch integer NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        proven_at timestamptz,
        agreed_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT address_changes_application FOREIGN KEY (organization_id, application_id)
          REFERENCES applications (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`CREATE UNIQUE INDEX address_changes_one_open ON address_changes (application_id) WHERE ended_at IS NULL`)
    await runner.query(`CREATE INDEX address_changes_of_application ON address_changes (application_id, email_key)`)
    await runner.query(`CREATE INDEX applications_of_address ON applications (email_key) WHERE shadow_of IS NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications_of_address`)
    await runner.query(`DROP TABLE address_changes`)
  }
}
