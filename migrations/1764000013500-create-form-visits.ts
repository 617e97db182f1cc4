import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many people came to each field of a form, per day of the event's place. Nothing in it tells one person from another. */
export class CreateFormVisits1764000013500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE form_visits (
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        field text NOT NULL,
        day date NOT NULL,
        visits integer NOT NULL CHECK (visits > 0),
        PRIMARY KEY (event_id, field, day),
        CONSTRAINT form_visits_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE form_visits`)
  }
}
