import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateInvitations1764000005040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        draw_id uuid NOT NULL,
        unit_id text NOT NULL,
        application_id uuid NOT NULL,
        pool text NOT NULL,
        seats integer NOT NULL CHECK (seats > 0),
        state text NOT NULL CHECK (state IN ('pending', 'accepted', 'declined', 'lapsed', 'revoked')),
        deadline timestamptz NOT NULL,
        invited_at timestamptz NOT NULL,
        answered_at timestamptz,
        returned_at timestamptz,
        revoked_by uuid,
        reason text,
        CONSTRAINT invitations_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT invitations_unit FOREIGN KEY (draw_id, unit_id) REFERENCES draw_units (draw_id, unit_id),
        CONSTRAINT invitations_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT invitations_seat_pool FOREIGN KEY (event_id, pool) REFERENCES seat_pools (event_id, pool)
      )`)
    await runner.query(
      `CREATE UNIQUE INDEX invitations_one_live_per_application ON invitations (application_id) WHERE state IN ('pending', 'accepted')`,
    )
    await runner.query(`CREATE INDEX invitations_by_application ON invitations (application_id)`)
    await runner.query(`CREATE INDEX invitations_by_event ON invitations (event_id, state)`)
    await runner.query(`CREATE INDEX invitations_due ON invitations (deadline) WHERE state = 'pending'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE invitations`)
  }
}
