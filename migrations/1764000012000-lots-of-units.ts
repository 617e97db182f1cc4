import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many lots a unit has, by its line in the entries. */
export class LotsOfUnits1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION draw_lots_of_unit(draw uuid, unit integer) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT split_part(split_part(lines, E'\\n', unit % 128 + 1), ' ', 3)::integer
        FROM draw_files WHERE draw_id = draw AND file = 'entries' AND first_line = unit - unit % 128
      $$`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION draw_lots_of_unit`)
  }
}
