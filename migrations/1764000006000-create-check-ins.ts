import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One row for each person who was let in: two doors at once can write it only once. */
export class CreateCheckIns1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE check_ins (
        application_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        at timestamptz NOT NULL,
        by_user_id uuid,
        method text NOT NULL CHECK (method IN ('badge', 'name')),
        CONSTRAINT check_ins_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT check_ins_application FOREIGN KEY (event_id, application_id) REFERENCES applications (event_id, id),
        CONSTRAINT check_ins_by_user FOREIGN KEY (by_user_id) REFERENCES users (id) ON DELETE SET NULL
      )`)
    await runner.query(`CREATE INDEX check_ins_of_event ON check_ins (event_id, at)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE check_ins`)
  }
}
