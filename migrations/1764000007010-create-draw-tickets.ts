import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Every ticket of the entries, ascending, in blocks of about 256, and the line it stands in, counted from 0: a unit.
 * A row for each of a million tickets, with its keys, would cost more time than the draw.
 */
export class CreateDrawTickets1764000007010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_tickets (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        first_ticket text COLLATE "C" NOT NULL,
        tickets text[] COLLATE "C" NOT NULL,
        units integer[] NOT NULL,
        PRIMARY KEY (draw_id, first_ticket),
        CONSTRAINT draw_tickets_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id),
        CONSTRAINT draw_tickets_whole CHECK (first_ticket = tickets[1] AND array_length(tickets, 1) = array_length(units, 1))
      )`)
    await runner.query(`ALTER TABLE draw_tickets ALTER tickets SET STORAGE EXTERNAL, ALTER units SET STORAGE EXTERNAL`)
    await runner.query(`
      CREATE FUNCTION draw_tickets_of_unit(draw uuid, unit integer) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT string_to_array(split_part(split_part(lines, E'\\n', unit % 128 + 1), ' ', 1), ',')
        FROM draw_files WHERE draw_id = draw AND file = 'entries' AND first_line = unit - unit % 128
      $$`)
    await runner.query(`
      CREATE FUNCTION draw_unit_of_ticket(draw uuid, ticket text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT units[array_position(tickets, ticket)] FROM draw_tickets
        WHERE draw_id = draw AND first_ticket <= ticket ORDER BY first_ticket DESC LIMIT 1
      $$`)
    await runner.query(`
      CREATE FUNCTION index_draw_tickets(draw uuid) RETURNS void LANGUAGE sql AS $$
        INSERT INTO draw_tickets (draw_id, organization_id, first_ticket, tickets, units)
        SELECT draw, organization_id, min(ticket), array_agg(ticket ORDER BY ticket), array_agg(unit ORDER BY ticket)
        FROM (
          SELECT organization_id, ticket, unit, (row_number() OVER (ORDER BY ticket) - 1) / 256 AS block
          FROM (
            SELECT organization_id, first_line + number_in_block::integer - 1 AS unit,
              unnest(string_to_array(split_part(line, ' ', 1), ',')) COLLATE "C" AS ticket
            FROM draw_files, string_to_table(rtrim(lines, E'\\n'), E'\\n') WITH ORDINALITY AS line_of (line, number_in_block)
            WHERE draw_id = draw AND file = 'entries'
          ) AS listed
        ) AS ordered
        GROUP BY organization_id, block
      $$`)
    await runner.query(`SELECT index_draw_tickets(id) FROM draws`)
    await runner.query(`
      CREATE TRIGGER draw_tickets_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_tickets
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_draw_list()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION index_draw_tickets`)
    await runner.query(`DROP FUNCTION draw_unit_of_ticket`)
    await runner.query(`DROP FUNCTION draw_tickets_of_unit`)
    await runner.query(`DROP TABLE draw_tickets`)
  }
}
