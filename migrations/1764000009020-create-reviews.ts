import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One application in the hands of one reviewer: given to her, scored by her, or passed on because she knows the person. */
export class CreateReviews1764000009020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        application_id uuid NOT NULL,
        reviewer_id uuid NOT NULL REFERENCES users (id),
        state text NOT NULL CHECK (state IN ('open', 'scored', 'conflict')),
        points jsonb,
        note text NOT NULL DEFAULT '',
        given_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT reviews_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id),
        CONSTRAINT reviews_application FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
        CONSTRAINT reviews_once_each UNIQUE (application_id, reviewer_id),
        CONSTRAINT reviews_scored_have_points CHECK ((state = 'scored') = (points IS NOT NULL))
      )`)
    await runner.query(`CREATE INDEX reviews_by_reviewer ON reviews (event_id, reviewer_id)`)
    await runner.query(`CREATE UNIQUE INDEX reviews_one_open_each ON reviews (event_id, reviewer_id) WHERE state = 'open'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reviews`)
  }
}
