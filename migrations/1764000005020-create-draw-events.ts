import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateDrawEvents1764000005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_events (
        draw_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        seq integer NOT NULL CHECK (seq > 0),
        event text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (draw_id, seq),
        CONSTRAINT draw_events_draw FOREIGN KEY (organization_id, draw_id) REFERENCES draws (organization_id, id)
      )`)
    await runner.query(`
      CREATE FUNCTION refuse_change_of_draw_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the log of a draw is append-only';
      END $$`)
    await runner.query(`
      CREATE TRIGGER draw_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_draw_log()`)
    await runner.query(`
      CREATE FUNCTION refuse_change_of_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.manifest, OLD.commitment, OLD.rules, OLD.entries, OLD.excluded, OLD.round)
           IS DISTINCT FROM (NEW.manifest, NEW.commitment, NEW.rules, NEW.entries, NEW.excluded, NEW.round) THEN
          RAISE EXCEPTION 'what a draw has committed to cannot change';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query(`
      CREATE TRIGGER draws_commitment_fixed BEFORE UPDATE ON draws
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_commitment()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER draws_commitment_fixed ON draws`)
    await runner.query(`DROP FUNCTION refuse_change_of_commitment`)
    await runner.query(`DROP TABLE draw_events`)
    await runner.query(`DROP FUNCTION refuse_change_of_draw_log`)
  }
}
