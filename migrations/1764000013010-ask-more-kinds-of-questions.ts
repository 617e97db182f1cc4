import type { MigrationInterface, QueryRunner } from 'typeorm'

const types = ['heading', 'short', 'long', 'choice', 'choices', 'number', 'date', 'country', 'link', 'handle', 'file', 'consent', 'rating']

/** Questions for more than texts, what their answers must be, and when they are asked at all. */
export class AskMoreKindsOfQuestions1764000013010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE questions
        ADD settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
        ADD show_if jsonb CHECK (jsonb_typeof(show_if) = 'object'),
        DROP CONSTRAINT questions_type_check,
        ADD CONSTRAINT questions_type_check CHECK (type IN (${types.map((type) => `'${type}'`).join(', ')}))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM questions WHERE type NOT IN ('short', 'long', 'choice', 'rating')`)
    await runner.query(`
      ALTER TABLE questions
        DROP show_if, DROP settings,
        DROP CONSTRAINT questions_type_check,
        ADD CONSTRAINT questions_type_check CHECK (type IN ('short', 'long', 'choice', 'rating'))`)
  }
}
