import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The order of a draw, written once: the block that begins at n holds the units at places n+1 .. n+256, and the ranks of units n .. n+255. */
export class CreateDrawOrders1764000007020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_orders (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        first integer NOT NULL CHECK (first >= 0 AND first % 256 = 0),
        units integer[] NOT NULL,
        ranks integer[] NOT NULL,
        PRIMARY KEY (draw_id, first),
        CONSTRAINT draw_orders_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id),
        CONSTRAINT draw_orders_whole CHECK (array_length(units, 1) = array_length(ranks, 1))
      )`)
    await runner.query(`
      CREATE FUNCTION draw_rank_of_unit(draw uuid, unit integer) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT ranks[unit % 256 + 1] FROM draw_orders WHERE draw_id = draw AND first = unit - unit % 256
      $$`)
    await runner.query(`
      WITH ranked AS (
        SELECT draw_id, organization_id, rank, draw_unit_of_ticket(draw_id, ticket_id) AS unit FROM draw_units WHERE rank IS NOT NULL
      ), units AS (
        SELECT draw_id, organization_id, (rank - 1) / 256 * 256 AS first, array_agg(unit ORDER BY rank) AS units FROM ranked GROUP BY 1, 2, 3
      ), ranks AS (
        SELECT draw_id, unit / 256 * 256 AS first, array_agg(rank ORDER BY unit) AS ranks FROM ranked GROUP BY 1, 2
      )
      INSERT INTO draw_orders (draw_id, organization_id, first, units, ranks)
      SELECT draw_id, organization_id, first, units, ranks FROM units JOIN ranks USING (draw_id, first)`)
    await runner.query(`
      CREATE TRIGGER draw_orders_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_orders
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_draw_list()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION draw_rank_of_unit`)
    await runner.query(`DROP TABLE draw_orders`)
  }
}
