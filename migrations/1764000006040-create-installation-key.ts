import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which secret key the rows were written under, by something that follows from it and does not give it away. */
export class CreateInstallationKey1764000006040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installation_key (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        fingerprint bytea NOT NULL
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE installation_key`)
  }
}
