import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the console's list sorts, filters and searches by, kept beside the applications so that taking one in stays as cheap as it is.
 * `application_list` is narrow and changes with where somebody stands, `application_search` changes with what she wrote. The owner of
 * a database may create both extensions.
 */
export class CreateApplicationList1764000013400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`)
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gin`)
    // Without case and accents, so that "jose" finds José.
    await runner.query(`
      CREATE FUNCTION application_text(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT regexp_replace(lower(normalize(words, NFKD)), U&'[\\0300-\\036F]', '', 'g')
      $$`)
    await runner.query(`
      CREATE TABLE application_list (
        application_id uuid PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
        event_id uuid NOT NULL,
        received_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        name_key text COLLATE "C" NOT NULL,
        standing text NOT NULL,
        deadline timestamptz,
        rank_key integer NOT NULL
      )`)
    for (const [name, column] of [
      ['time', 'received_at'],
      ['name', 'name_key'],
      ['rank', 'rank_key'],
    ]) {
      await runner.query(`CREATE INDEX application_list_by_${name} ON application_list (event_id, ${column}, application_id)`)
      await runner.query(
        `CREATE INDEX application_list_standing_by_${name} ON application_list (event_id, standing, ${column}, application_id)`,
      )
    }
    await runner.query(`
      CREATE TABLE application_search (
        application_id uuid PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
        event_id uuid NOT NULL,
        facets text[] NOT NULL,
        words text NOT NULL
      )`)
    await runner.query(`CREATE INDEX application_search_found ON application_search USING gin (event_id, facets, words gin_trgm_ops)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE application_search`)
    await runner.query(`DROP TABLE application_list`)
    await runner.query(`DROP FUNCTION application_text`)
  }
}
