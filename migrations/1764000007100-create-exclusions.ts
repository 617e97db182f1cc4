import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Two people take a ticket out of a draw: one asks, another agrees. The checks hold whoever writes. */
export class CreateExclusions1764000007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exclusions (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        draw_id uuid NOT NULL,
        unit_id text NOT NULL,
        application_id uuid NOT NULL,
        reason text NOT NULL,
        note text,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'ended', 'reinstated')),
        decided_by uuid,
        decided_at timestamptz,
        ended_because text,
        appeal text,
        appealed_at timestamptz,
        appeal_state text CHECK (appeal_state IN ('open', 'granted', 'refused', 'ended')),
        appeal_decided_by uuid,
        appeal_decided_at timestamptz,
        appeal_answer text,
        CONSTRAINT exclusions_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT exclusions_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT exclusions_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id),
        CONSTRAINT exclusions_by_two CHECK (decided_by <> asked_by),
        CONSTRAINT exclusions_appeal_by_another CHECK (appeal_decided_by <> asked_by),
        CONSTRAINT exclusions_decided CHECK ((state IN ('approved', 'rejected', 'reinstated')) = (decided_by IS NOT NULL)),
        CONSTRAINT exclusions_ended CHECK ((state = 'ended') = (ended_because IS NOT NULL)),
        CONSTRAINT exclusions_appeal CHECK ((appeal IS NULL) = (appeal_state IS NULL) AND (appeal IS NULL) = (appealed_at IS NULL)),
        CONSTRAINT exclusions_reinstated CHECK ((state = 'reinstated') = (appeal_state IS NOT DISTINCT FROM 'granted'))
      )`)
    await runner.query(`CREATE UNIQUE INDEX exclusions_one_per_unit ON exclusions (draw_id, unit_id) WHERE state IN ('open', 'approved')`)
    await runner.query(`CREATE INDEX exclusions_by_event ON exclusions (event_id)`)
    await runner.query(`CREATE INDEX exclusions_by_application ON exclusions (application_id)`)
    await runner.query(`CREATE INDEX exclusions_to_decide ON exclusions (event_id) WHERE state = 'open' OR appeal_state = 'open'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE exclusions`)
  }
}
