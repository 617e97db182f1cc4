import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the contributors to a seed hand in: a commitment before applications open, the secret itself after the list is sealed. */
export class CreateContributorSecrets1764000007110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contributor_secrets (
        event_id uuid NOT NULL,
        contributor text NOT NULL,
        organization_id uuid NOT NULL,
        token_hash text UNIQUE,
        "commit" text CHECK ("commit" ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz,
        draw_id uuid,
        secret text CHECK (secret ~ '^[0-9a-f]{64}$'),
        revealed_at timestamptz,
        PRIMARY KEY (event_id, contributor),
        CONSTRAINT contributor_secrets_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT contributor_secrets_committed CHECK (("commit" IS NULL) = (committed_at IS NULL)),
        CONSTRAINT contributor_secrets_revealed CHECK ((secret IS NULL) = (revealed_at IS NULL) AND (secret IS NULL OR "commit" IS NOT NULL))
      )`)
    await runner.query(`CREATE INDEX contributor_secrets_awaited ON contributor_secrets (draw_id) WHERE secret IS NULL`)
    await runner.query(`ALTER TABLE draws ALTER round DROP NOT NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draws ALTER round SET NOT NULL`)
    await runner.query(`DROP TABLE contributor_secrets`)
  }
}
