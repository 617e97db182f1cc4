import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the scores decided at the freeze. A score is an exact part of the highest, as the rules compare it. */
export class CreateReviewOutcomes1764000009030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_outcomes (
        application_id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('seat', 'draw', 'below-threshold', 'not-reviewed')),
        score_part integer,
        score_of integer CHECK (score_of > 0),
        CONSTRAINT review_outcomes_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT review_outcomes_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT review_outcomes_whole_score CHECK ((score_part IS NULL) = (score_of IS NULL))
      )`)
    await runner.query(`CREATE INDEX review_outcomes_by_event ON review_outcomes (event_id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE review_outcomes`)
  }
}
