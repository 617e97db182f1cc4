import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who has left a unit of several people. The log knows units only: it says nothing of a companion who withdraws while her group waits,
 * and her seat is given back when the group is placed.
 */
export class CreateDrawLeavers1764000010010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_leavers (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        application_id uuid NOT NULL,
        unit_id text NOT NULL,
        reason text NOT NULL,
        left_at timestamptz NOT NULL,
        PRIMARY KEY (draw_id, application_id),
        CONSTRAINT draw_leavers_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id),
        CONSTRAINT draw_leavers_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id)
      )`)
    await runner.query(`CREATE INDEX draw_leavers_of_unit ON draw_leavers (draw_id, unit_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE draw_leavers`)
  }
}
