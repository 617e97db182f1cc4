import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateDrawUnits1764000005010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_units (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        unit_id text NOT NULL,
        application_id uuid NOT NULL,
        ticket_id text NOT NULL,
        seats integer NOT NULL CHECK (seats > 0),
        weight integer NOT NULL CHECK (weight > 0),
        tags text NOT NULL,
        rank integer,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'placed', 'out')),
        pool text,
        held integer NOT NULL DEFAULT 0,
        PRIMARY KEY (draw_id, unit_id),
        CONSTRAINT draw_units_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id),
        CONSTRAINT draw_units_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT draw_units_placed_whole CHECK ((state = 'placed') = (held > 0) AND (state = 'placed') = (pool IS NOT NULL))
      )`)
    await runner.query(`CREATE UNIQUE INDEX draw_units_one_per_rank ON draw_units (draw_id, rank)`)
    await runner.query(`CREATE INDEX draw_units_by_application ON draw_units (application_id)`)
    await runner.query(`CREATE INDEX draw_units_by_ticket ON draw_units (draw_id, ticket_id text_pattern_ops)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draw_units`)
  }
}
