import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A seat beside the draw has no line of the entries; its invitation stands in a pool of its own. */
export class InviteBesideTheDraw1764000009010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE invitations ALTER unit_id DROP NOT NULL`)
    await runner.query(`ALTER TABLE invitations ADD CONSTRAINT invitations_unit_or_picked CHECK ((unit_id IS NULL) = (pool = 'picked'))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM invitations WHERE unit_id IS NULL`)
    await runner.query(`ALTER TABLE invitations DROP CONSTRAINT invitations_unit_or_picked`)
    await runner.query(`ALTER TABLE invitations ALTER unit_id SET NOT NULL`)
  }
}
