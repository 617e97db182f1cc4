import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateEvents1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events (
        id uuid primary key,
        organization_id uuid not null references organizations (id),
        slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        title text not null check (title <> ''),
        tagline text not null,
        story text not null,
        hashtag text not null,
        cover_file_id uuid,
        cover_alt text not null,
        venue_name text not null,
        venue_address text not null,
        venue_city text not null,
        practical text not null,
        time_zone text not null,
        starts_at timestamptz,
        ends_at timestamptz,
        capacity integer not null check (capacity between 1 and 100000),
        opens_at timestamptz,
        closes_at timestamptz,
        answer_by timestamptz,
        promotion_hours integer not null check (promotion_hours between 1 and 720),
        locale text not null check (locale in ('nl', 'en')),
        published_at timestamptz,
        cancelled_at timestamptz,
        cancel_reason text,
        duplicated_from uuid,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint events_tenant unique (organization_id, id),
        constraint events_slug unique (organization_id, slug),
        constraint events_cover foreign key (organization_id, cover_file_id) references files (organization_id, id),
        constraint events_close_after_opening check (opens_at < closes_at),
        constraint events_answer_after_draw check (closes_at + interval '11 minutes' < answer_by),
        constraint events_start_after_answers check (answer_by < starts_at),
        constraint events_end_after_start check (starts_at < ends_at),
        constraint events_cancelled_with_reason check ((cancelled_at is null) = (cancel_reason is null)),
        constraint events_published_complete check (
          published_at is null
          or num_nulls(starts_at, ends_at, opens_at, closes_at, answer_by) = 0
        )
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table events')
  }
}
