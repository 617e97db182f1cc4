import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateQuestions1764000003020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table questions (
        id uuid primary key,
        organization_id uuid not null,
        event_id uuid not null,
        form text not null check (form in ('application', 'survey')),
        position integer not null,
        type text not null check (type in ('short', 'long', 'choice', 'rating')),
        label text not null check (label <> ''),
        help text,
        required boolean not null,
        options jsonb not null,
        max_length integer not null check (max_length > 0),
        constraint questions_tenant unique (organization_id, id),
        constraint questions_event foreign key (organization_id, event_id) references events (organization_id, id) on delete cascade,
        constraint questions_rating_only_in_survey check (type <> 'rating' or form = 'survey')
      )`)
    await runner.query('create index questions_event_id on questions (event_id, form, position)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table questions')
  }
}
