import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Finds applications from one device, and those whose hint is to be forgotten. */
export class FindApplicationsByDevice1764000013200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX applications_by_device ON applications (event_id, device_hint) WHERE device_hint IS NOT NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications_by_device`)
  }
}
