import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What somebody has applied for before is found by the address, across the events of an organization. */
export class IndexApplicationsByAddress1764000008030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX applications_of_address ON applications (organization_id, email_key) WHERE shadow_of IS NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications_of_address`)
  }
}
