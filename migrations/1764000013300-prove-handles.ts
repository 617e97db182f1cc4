import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Social accounts that are shown to be their owner's: what an event asks for, what was proven, and what is under way. */
export class ProveHandles1764000013300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events ADD handle_proof jsonb NOT NULL DEFAULT '{"mode": "off", "networks": [], "followers": false}'
        CHECK (handle_proof ->> 'mode' IN ('off', 'mark', 'required'))`)
    await runner.query(`ALTER TABLE organizations ADD fediverse_handle text, ADD bluesky_handle text`)
    await runner.query(`
      CREATE TABLE handle_proofs (
        application_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        network text NOT NULL,
        handle text NOT NULL,
        handle_key text NOT NULL,
        method text NOT NULL,
        profile_url text,
        proven_at timestamptz NOT NULL,
        account_created_at timestamptz,
        follows_brand boolean,
        followers integer,
        CONSTRAINT handle_proofs_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT handle_proofs_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id)
          ON DELETE CASCADE,
        CONSTRAINT handle_proofs_one_application UNIQUE (event_id, network, handle_key)
      )`)
    await runner.query(`
      CREATE TABLE handle_attempts (
        state_hash bytea PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
        network text NOT NULL,
        sealed bytea NOT NULL,
        expires_at timestamptz NOT NULL
      )`)
    await runner.query(`CREATE INDEX handle_attempts_of_application ON handle_attempts (application_id)`)
    await runner.query(`
      CREATE TABLE handle_servers (
        origin text PRIMARY KEY,
        sealed bytea NOT NULL,
        registered_at timestamptz NOT NULL
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE handle_servers, handle_attempts, handle_proofs`)
    await runner.query(`ALTER TABLE organizations DROP bluesky_handle, DROP fediverse_handle`)
    await runner.query(`ALTER TABLE events DROP handle_proof`)
  }
}
