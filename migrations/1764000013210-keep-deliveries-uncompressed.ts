import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A mail is a little larger than what PostgreSQL compresses by itself, which took longer than everything else about it. */
export class KeepDeliveriesUncompressed1764000013210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deliveries SET (toast_tuple_target = 4080)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deliveries RESET (toast_tuple_target)`)
  }
}
