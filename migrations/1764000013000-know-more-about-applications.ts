import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where applicants come from, what makes two of them look like one person, and what of their social account is proven. */
export class KnowMoreAboutApplications1764000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE applications
        ADD country text CHECK (country ~ '^[A-Z]{2}$'),
        ADD referrer text,
        ADD source text,
        ADD medium text,
        ADD campaign text,
        ADD device_hint bytea,
        ADD handle_key text,
        ADD handle_proven_at timestamptz,
        ADD known_fan boolean NOT NULL DEFAULT false`)
    await runner.query(`UPDATE applications SET handle_key = lower(handle) WHERE handle IS NOT NULL`)
    await runner.query(`
      UPDATE applications SET known_fan = true
      FROM applications earlier
      WHERE earlier.organization_id = applications.organization_id AND earlier.email_key = applications.email_key
        AND earlier.event_id <> applications.event_id AND earlier.received_at < applications.received_at AND earlier.shadow_of IS NULL`)
    await runner.query(`CREATE INDEX applications_of_fan ON applications (organization_id, email_key)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications_of_fan`)
    await runner.query(`
      ALTER TABLE applications
        DROP known_fan, DROP handle_proven_at, DROP handle_key, DROP device_hint, DROP campaign, DROP medium, DROP source, DROP referrer, DROP country`)
  }
}
