import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The lists are in `draw_files` now; a draw keeps how many bytes they have. */
export class KeepListsInFiles1764000007040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draws ADD list_bytes bigint`)
    await runner.query(`UPDATE draws SET list_bytes = octet_length(entries) + octet_length(excluded)`)
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_change_of_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.manifest, OLD.commitment, OLD.rules, OLD.entry_count, OLD.list_bytes, OLD.round)
           IS DISTINCT FROM (NEW.manifest, NEW.commitment, NEW.rules, NEW.entry_count, NEW.list_bytes, NEW.round) THEN
          RAISE EXCEPTION 'what a draw has committed to cannot change';
        END IF;
        RETURN NEW;
      END $$`)
    await runner.query(`ALTER TABLE draws ALTER list_bytes SET NOT NULL, DROP COLUMN entries, DROP COLUMN excluded`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER draws_commitment_fixed ON draws`)
    await runner.query(`ALTER TABLE draws ADD entries text, ADD excluded text, DROP COLUMN list_bytes`)
    await runner.query(`
      UPDATE draws SET
        entries = coalesce((SELECT string_agg(lines, '' ORDER BY first_line) FROM draw_files WHERE draw_id = id AND file = 'entries'), ''),
        excluded = coalesce((SELECT string_agg(lines, '' ORDER BY first_line) FROM draw_files WHERE draw_id = id AND file = 'excluded'), '')`)
    await runner.query(`ALTER TABLE draws ALTER entries SET NOT NULL, ALTER excluded SET NOT NULL`)
    await runner.query(`
      CREATE OR REPLACE FUNCTION refuse_change_of_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
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
}
