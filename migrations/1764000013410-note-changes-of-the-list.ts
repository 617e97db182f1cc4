import type { MigrationInterface, QueryRunner } from 'typeorm'

const ofOneApplication = ['invitations', 'picks', 'review_outcomes', 'check_ins', 'draw_leavers']
const acts = ['INSERT', 'UPDATE', 'DELETE'] as const

/**
 * Which applications the list has to read again. New ones are found by their ids, so that nothing runs here when somebody applies; a freeze
 * and a draw move everybody at once, so they note their event alone.
 */
export class NoteChangesOfTheList1764000013410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_list_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL,
        application_id uuid NOT NULL
      )`)
    await runner.query(`CREATE INDEX application_list_changes_of_event ON application_list_changes (event_id, id)`)
    await runner.query(`
      CREATE TABLE application_list_refreshes (
        event_id uuid PRIMARY KEY,
        after uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
      )`)
    await createFunctions(runner)
    await runner.query(trigger('applications', 'UPDATE', 'note_changed_applications'))
    for (const table of ofOneApplication) for (const act of acts) await runner.query(trigger(table, act, 'note_applications_of_changes'))
    for (const act of acts) await runner.query(trigger('draw_units', act, 'note_applications_of_units'))
    await runner.query(`CREATE TRIGGER draws_insert_for_list AFTER INSERT ON draws FOR EACH ROW EXECUTE FUNCTION note_event_of_draw()`)
    await runner.query(`
      CREATE TRIGGER draws_update_for_list AFTER UPDATE OF drawn_at ON draws
      FOR EACH ROW WHEN (old.drawn_at IS DISTINCT FROM new.drawn_at) EXECUTE FUNCTION note_event_of_draw()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER applications_update_for_list ON applications`)
    for (const table of [...ofOneApplication, 'draw_units'])
      for (const act of acts) await runner.query(`DROP TRIGGER ${nameOf(table, act)} ON ${table}`)
    for (const act of ['INSERT', 'UPDATE']) await runner.query(`DROP TRIGGER ${nameOf('draws', act)} ON draws`)
    await runner.query(
      `DROP FUNCTION note_changed_applications, note_applications_of_changes, note_applications_of_units, note_event_of_draw`,
    )
    await runner.query(`DROP TABLE application_list_refreshes`)
    await runner.query(`DROP TABLE application_list_changes`)
  }
}

const nameOf = (table: string, act: string): string => `${table}_${act.toLowerCase()}_for_list`

function trigger(table: string, act: string, calls: string): string {
  return `
    CREATE TRIGGER ${nameOf(table, act)} AFTER ${act} ON ${table} REFERENCING ${act === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION ${calls}()`
}

async function createFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION note_changed_applications() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO application_list_changes (event_id, application_id) SELECT event_id, id FROM touched WHERE shadow_of IS NULL;
      RETURN NULL;
    END $$`)
  await runner.query(`
    CREATE FUNCTION note_applications_of_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO application_list_changes (event_id, application_id)
      SELECT applications.event_id, applications.id FROM touched JOIN applications ON applications.id = touched.application_id;
      RETURN NULL;
    END $$`)
  await runner.query(`
    CREATE FUNCTION note_applications_of_units() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO application_list_changes (event_id, application_id)
      SELECT applications.event_id, applications.id FROM touched
      JOIN draws ON draws.id = touched.draw_id
      CROSS JOIN LATERAL unnest(draw_tickets_of_unit(touched.draw_id, touched.unit)) AS ticket
      JOIN applications ON applications.event_id = draws.event_id AND applications.ticket_id = ticket;
      RETURN NULL;
    END $$`)
  await runner.query(`
    CREATE FUNCTION note_event_of_draw() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO application_list_refreshes (event_id) VALUES (NEW.event_id)
      ON CONFLICT (event_id) DO UPDATE SET after = excluded.after;
      RETURN NULL;
    END $$`)
}
