import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whether seats that the next group is too large for are still held for it; until the day on which the event's answers are due. */
export class AddHoldsToDraws1764000010020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draws ADD holds boolean NOT NULL DEFAULT false`)
    await runner.query(`ALTER TABLE draws ALTER holds DROP DEFAULT`)
    await runner.query(`CREATE INDEX draws_holding_seats ON draws (event_id) WHERE holds`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draws DROP holds`)
  }
}
