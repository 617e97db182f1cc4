import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many applications of an event stand where: kept with the list, so that nobody counts a million. */
export class CountApplications1764000013420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_counts (
        event_id uuid NOT NULL,
        standing text NOT NULL,
        count integer NOT NULL,
        PRIMARY KEY (event_id, standing)
      )`)
    await runner.query(`
      CREATE FUNCTION count_listed_applications() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO application_counts AS counts (event_id, standing, count)
          SELECT event_id, standing, -count(*) FROM gone GROUP BY event_id, standing ORDER BY event_id, standing
          ON CONFLICT (event_id, standing) DO UPDATE SET count = counts.count + excluded.count;
        END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO application_counts AS counts (event_id, standing, count)
          SELECT event_id, standing, count(*) FROM come GROUP BY event_id, standing ORDER BY event_id, standing
          ON CONFLICT (event_id, standing) DO UPDATE SET count = counts.count + excluded.count;
        END IF;
        RETURN NULL;
      END $$`)
    for (const [act, tables] of [
      ['INSERT', 'NEW TABLE AS come'],
      ['UPDATE', 'OLD TABLE AS gone NEW TABLE AS come'],
      ['DELETE', 'OLD TABLE AS gone'],
    ])
      await runner.query(`
        CREATE TRIGGER application_list_counts_${act?.toLowerCase()} AFTER ${act} ON application_list REFERENCING ${tables}
        FOR EACH STATEMENT EXECUTE FUNCTION count_listed_applications()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const act of ['insert', 'update', 'delete']) await runner.query(`DROP TRIGGER application_list_counts_${act} ON application_list`)
    await runner.query(`DROP FUNCTION count_listed_applications`)
    await runner.query(`DROP TABLE application_counts`)
  }
}
