import type { MigrationInterface, QueryRunner } from 'typeorm'

/** `draw_units` keeps a row for each unit that the log names: placed, out, or back in line. Everybody else waits, and stands in the list and the order alone. */
export class KeepUnitsThatMoved1764000007030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM draw_units WHERE state = 'waiting'
      AND NOT EXISTS (SELECT FROM invitations WHERE invitations.draw_id = draw_units.draw_id AND invitations.unit_id = draw_units.unit_id)`)
    await runner.query(`ALTER TABLE draw_units ADD unit integer`)
    await runner.query(`UPDATE draw_units SET unit = draw_unit_of_ticket(draw_id, ticket_id)`)
    await runner.query(`
      ALTER TABLE draw_units
        ALTER unit SET NOT NULL,
        DROP COLUMN application_id, DROP COLUMN ticket_id, DROP COLUMN seats, DROP COLUMN weight, DROP COLUMN tags,
        ADD CONSTRAINT draw_units_one_per_line UNIQUE (draw_id, unit)`)
    await runner.query(`CREATE INDEX invitations_of_unit ON invitations (draw_id, unit_id)`)
  }

  /** Everybody gets a row again, from the list and the order. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX invitations_of_unit`)
    await runner.query(`
      ALTER TABLE draw_units
        DROP CONSTRAINT draw_units_one_per_line,
        ADD application_id uuid, ADD ticket_id text, ADD seats integer CHECK (seats > 0), ADD weight integer CHECK (weight > 0), ADD tags text`)
    await runner.query(`
      INSERT INTO draw_units (draw_id, organization_id, unit_id, unit, rank, application_id, ticket_id, seats, weight, tags)
      SELECT draw_id, listed.organization_id, encode(sha256('\\x00'::bytea || line::bytea), 'hex'), unit, draw_rank_of_unit(draw_id, unit),
        applications.id, ticket_id, split_part(line, ' ', 2)::integer, split_part(line, ' ', 3)::integer, replace(split_part(line, ' ', 4), '-', '')
      FROM (
        SELECT draw_id, organization_id, first_line + number_in_block::integer - 1 AS unit, line
        FROM draw_files, string_to_table(rtrim(lines, E'\\n'), E'\\n') WITH ORDINALITY AS line_of (line, number_in_block) WHERE file = 'entries'
      ) AS listed
      JOIN draws ON draws.id = draw_id
      JOIN applications ON applications.event_id = draws.event_id AND ticket_id = split_part(split_part(line, ' ', 1), ',', 1)
      ON CONFLICT (draw_id, unit_id) DO UPDATE SET application_id = excluded.application_id, ticket_id = excluded.ticket_id,
        seats = excluded.seats, weight = excluded.weight, tags = excluded.tags`)
    await runner.query(`
      ALTER TABLE draw_units
        DROP COLUMN unit, ALTER application_id SET NOT NULL, ALTER ticket_id SET NOT NULL, ALTER seats SET NOT NULL, ALTER weight SET NOT NULL, ALTER tags SET NOT NULL,
        ADD CONSTRAINT draw_units_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id)`)
    await runner.query(`CREATE INDEX draw_units_by_application ON draw_units (application_id)`)
    await runner.query(`CREATE INDEX draw_units_by_ticket ON draw_units (draw_id, ticket_id text_pattern_ops)`)
  }
}
