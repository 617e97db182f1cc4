import type { MigrationInterface, QueryRunner } from 'typeorm'

const facts = (row: string) => `
  ${row}.organization_id, ${row}.event_id, date_bin('15 minutes', ${row}.received_at, '2000-01-01T00:00:00Z') AS slot, ${row}.locale,
  coalesce(${row}.country, '') AS country,
  left(CASE WHEN ${row}.source IS NOT NULL THEN 'tag:' || ${row}.source WHEN ${row}.referrer IS NOT NULL THEN 'host:' || ${row}.referrer ELSE '' END, 120) AS source,
  left(coalesce(${row}.campaign, ''), 120) AS campaign`

/**
 * Counts of applications that need no counting. Each statement that writes applications notes in its own transaction by how much the counts
 * change: rows that are only ever added, so that no two applications wait for each other. A worker adds them up; whoever reads takes
 * the sums and the notes that are not in them yet together, and is exact.
 */
export class CountApplications1764000013510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_changes (
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        slot timestamptz NOT NULL,
        locale text NOT NULL,
        country text NOT NULL,
        source text NOT NULL,
        campaign text NOT NULL,
        applied integer NOT NULL,
        confirmed integer NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`)
    await runner.query(`
      CREATE TABLE application_figures (
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('slot', 'locale', 'country', 'source', 'campaign')),
        value text NOT NULL,
        applied integer NOT NULL,
        confirmed integer NOT NULL,
        PRIMARY KEY (event_id, kind, value),
        CONSTRAINT application_figures_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`
      CREATE FUNCTION note_application_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO application_changes
          SELECT ${facts('added')}, count(*), count(confirmed_at) FROM added WHERE shadow_of IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO application_changes
          SELECT ${facts('removed')}, -count(*), -count(confirmed_at) FROM removed WHERE shadow_of IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
        ELSE
          INSERT INTO application_changes
          SELECT organization_id, event_id, slot, locale, country, source, campaign, sum(applied), sum(confirmed)
          FROM (
            SELECT ${facts('added')}, 1 AS applied, (confirmed_at IS NOT NULL)::int AS confirmed FROM added WHERE shadow_of IS NULL
            UNION ALL
            SELECT ${facts('removed')}, -1, -(confirmed_at IS NOT NULL)::int FROM removed WHERE shadow_of IS NULL
          ) AS both_sides
          GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(applied) <> 0 OR sum(confirmed) <> 0;
        END IF;
        RETURN NULL;
      END $$`)
    for (const [act, tables] of [
      ['INSERT', 'NEW TABLE AS added'],
      ['DELETE', 'OLD TABLE AS removed'],
      ['UPDATE', 'NEW TABLE AS added OLD TABLE AS removed'],
    ] as const)
      await runner.query(`
        CREATE TRIGGER applications_count_${act.toLowerCase()} AFTER ${act} ON applications
        REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION note_application_changes()`)
    await runner.query(`
      INSERT INTO application_changes
      SELECT ${facts('applications')}, count(*), count(confirmed_at) FROM applications WHERE shadow_of IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const act of ['insert', 'delete', 'update']) await runner.query(`DROP TRIGGER applications_count_${act} ON applications`)
    await runner.query(`DROP FUNCTION note_application_changes`)
    await runner.query(`DROP TABLE application_figures`)
    await runner.query(`DROP TABLE application_changes`)
  }
}
