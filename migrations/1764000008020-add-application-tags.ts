import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the team has noted about an application in a word that a pool may ask for. */
export class AddApplicationTags1764000008020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applications ADD tags text[] NOT NULL DEFAULT '{}'`)
    await runner.query(`ALTER TABLE applications ADD CONSTRAINT applications_tags_few CHECK (cardinality(tags) <= 20)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applications DROP tags`)
  }
}
