import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A mail is about as large as what PostgreSQL begins to compress; it is kept as it is, to spare that work in a rush. */
export class KeepDeliveriesUncompressed1764000013210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deliveries SET (toast_tuple_target = 4080)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deliveries RESET (toast_tuple_target)`)
  }
}
