import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the team decided about applications before the list was frozen: why, about whom, and what stood there before, for taking it back. */
export class CreateJudgements1764000013810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judgements (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('kept', 'set-aside', 'merged')),
        reason text CHECK (reason IN ('duplicate', 'ineligible', 'house-rules', 'other')),
        note text,
        size integer NOT NULL,
        user_id uuid REFERENCES users (id) ON DELETE SET NULL,
        at timestamptz NOT NULL,
        undone_by uuid REFERENCES users (id) ON DELETE SET NULL,
        undone_at timestamptz,
        CONSTRAINT judgements_reason CHECK ((kind = 'kept') = (reason IS NULL)),
        CONSTRAINT judgements_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`CREATE INDEX judgements_newest_first ON judgements (event_id, at DESC, id DESC)`)
    await runner.query(`
      CREATE TABLE judged_applications (
        judgement_id uuid NOT NULL REFERENCES judgements ON DELETE CASCADE,
        application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('kept', 'aside', 'stays')),
        before jsonb,
        after jsonb,
        PRIMARY KEY (judgement_id, application_id)
      )`)
    await runner.query(`CREATE INDEX judged_applications_of ON judged_applications (application_id, judgement_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE judged_applications`)
    await runner.query(`DROP TABLE judgements`)
  }
}
