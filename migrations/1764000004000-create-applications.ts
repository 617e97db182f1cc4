import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateApplications1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        email text NOT NULL,
        email_key text NOT NULL,
        name text NOT NULL,
        handle text,
        locale text NOT NULL CHECK (locale IN ('nl', 'en')),
        answers jsonb NOT NULL,
        consent_at timestamptz NOT NULL,
        consent_text text NOT NULL,
        personal_token_hash bytea NOT NULL CONSTRAINT applications_personal_token UNIQUE,
        confirm_token_hash bytea NOT NULL CONSTRAINT applications_confirm_token UNIQUE,
        feed_token_hash bytea NOT NULL CONSTRAINT applications_feed_token UNIQUE,
        token_epoch integer NOT NULL DEFAULT 0,
        feed_epoch integer NOT NULL DEFAULT 0,
        nonce bytea NOT NULL CHECK (octet_length(nonce) = 32),
        ticket_id text NOT NULL CHECK (ticket_id ~ '^[0-9a-f]{64}$'),
        holder text NOT NULL,
        received_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        withdrawn_at timestamptz,
        set_aside_at timestamptz,
        set_aside_reason text,
        shadow_of uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT applications_tenant_key UNIQUE (organization_id, id),
        CONSTRAINT applications_event_key UNIQUE (event_id, id),
        CONSTRAINT applications_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT applications_one_ticket UNIQUE (event_id, ticket_id),
        CONSTRAINT applications_shadow_of FOREIGN KEY (event_id, shadow_of) REFERENCES applications (event_id, id),
        CONSTRAINT applications_shadow_never_confirmed CHECK (shadow_of IS NULL OR confirmed_at IS NULL),
        CONSTRAINT applications_set_aside_whole CHECK ((set_aside_at IS NULL) = (set_aside_reason IS NULL))
      )`)
    await runner.query(`CREATE UNIQUE INDEX applications_one_per_address ON applications (event_id, email_key) WHERE shadow_of IS NULL`)
    await runner.query(
      `CREATE INDEX applications_newest_first ON applications (event_id, received_at DESC, id DESC) WHERE shadow_of IS NULL`,
    )
    await runner.query(`CREATE INDEX applications_shadows ON applications (event_id, shadow_of) WHERE shadow_of IS NOT NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE applications`)
  }
}
