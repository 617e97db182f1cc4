import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateSurveyAnswers1764000006020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey_answers (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        application_id uuid NOT NULL CONSTRAINT survey_answers_one_per_person UNIQUE,
        answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
        submitted_at timestamptz NOT NULL,
        CONSTRAINT survey_answers_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT survey_answers_application FOREIGN KEY (event_id, application_id) REFERENCES applications (event_id, id)
      )`)
    await runner.query(`CREATE INDEX survey_answers_of_event ON survey_answers (event_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE survey_answers`)
  }
}
