import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Seats that are given beside the draw, one per application: by a member of the team, or by the score of a review (nobody picked). */
export class CreatePicks1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE picks (
        application_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason ~ '^[a-z0-9-]{1,32}$'),
        picked_by uuid REFERENCES users (id),
        picked_at timestamptz NOT NULL,
        CONSTRAINT picks_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT picks_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id)
      )`)
    await runner.query(`CREATE INDEX picks_by_event ON picks (event_id)`)
    await runner.query(`
      CREATE FUNCTION refuse_undeclared_picks() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        declared integer;
        given integer;
      BEGIN
        -- One at a time: whoever waited here counts the seats of whoever was first.
        SELECT CASE
            WHEN NEW.picked_by IS NOT NULL THEN (policy #>> '{picked,seats}')::integer
            WHEN policy #>> '{review,outcome,kind}' = 'top' THEN (policy #>> '{review,outcome,seats}')::integer
            ELSE 0
          END INTO declared FROM events WHERE id = NEW.event_id FOR NO KEY UPDATE;
        SELECT count(*) INTO given FROM picks WHERE event_id = NEW.event_id AND (picked_by IS NULL) = (NEW.picked_by IS NULL);
        IF given >= declared THEN
          RAISE EXCEPTION 'all % seats that were declared are given', declared USING ERRCODE = 'check_violation', CONSTRAINT = 'picks_never_over_declared';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query(`
      CREATE TRIGGER picks_never_over_declared BEFORE INSERT ON picks FOR EACH ROW EXECUTE FUNCTION refuse_undeclared_picks()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE picks`)
    await runner.query(`DROP FUNCTION refuse_undeclared_picks`)
  }
}
