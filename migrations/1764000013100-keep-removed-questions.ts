import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A question that people have answered can be taken out of a form without losing what they said. */
export class KeepRemovedQuestions1764000013100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE questions ADD removed_at timestamptz')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM questions WHERE removed_at IS NOT NULL')
    await runner.query('ALTER TABLE questions DROP removed_at')
  }
}
