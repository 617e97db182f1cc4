import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Of a group each person is excluded for herself, so what may wait once waits once for a person and not for her unit. */
export class ExcludeOneOfAGroup1764000010030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX exclusions_one_per_unit`)
    await runner.query(
      `CREATE UNIQUE INDEX exclusions_one_per_person ON exclusions (draw_id, application_id) WHERE state IN ('open', 'approved')`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX exclusions_one_per_person`)
    await runner.query(`CREATE UNIQUE INDEX exclusions_one_per_unit ON exclusions (draw_id, unit_id) WHERE state IN ('open', 'approved')`)
  }
}
