import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * entries.txt and excluded.txt in blocks of 128 lines: written and read in pieces, and a line is found by its number. Hex digits
 * do not compress, so nothing tries to.
 */
export class CreateDrawFiles1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_files (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        file text NOT NULL CHECK (file IN ('entries', 'excluded')),
        first_line integer NOT NULL CHECK (first_line >= 0 AND first_line % 128 = 0),
        lines text NOT NULL,
        PRIMARY KEY (draw_id, file, first_line),
        CONSTRAINT draw_files_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id)
      )`)
    await runner.query(`ALTER TABLE draw_files ALTER lines SET STORAGE EXTERNAL`)
    for (const file of ['entries', 'excluded'])
      await runner.query(`
        INSERT INTO draw_files (draw_id, organization_id, file, first_line, lines)
        SELECT id, organization_id, '${file}', (number_of_line - 1) / 128 * 128, string_agg(line || E'\\n', '' ORDER BY number_of_line)
        FROM draws, string_to_table(rtrim(${file}, E'\\n'), E'\\n') WITH ORDINALITY AS line_of (line, number_of_line)
        WHERE ${file} <> '' GROUP BY id, (number_of_line - 1) / 128`)
    await runner.query(`
      CREATE FUNCTION refuse_change_of_draw_list() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the list of a draw and its order cannot change';
      END $$`)
    await runner.query(`
      CREATE TRIGGER draw_files_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_files
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_draw_list()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draw_files`)
    await runner.query(`DROP FUNCTION refuse_change_of_draw_list`)
  }
}
