import type { MigrationInterface, QueryRunner } from 'typeorm'

/** `seats` follows the log and shrinks when a seat stays empty for good; this is how many the draw gave out. */
export class KeepPromisedSeats1764000006030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE seat_pools ADD promised_seats integer`)
    await runner.query(`UPDATE seat_pools SET promised_seats = seats`)
    await runner.query(`ALTER TABLE seat_pools ALTER promised_seats SET NOT NULL`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE seat_pools DROP promised_seats`)
  }
}
