import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateAgendaItems1764000003030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agenda_items (
        id uuid primary key,
        organization_id uuid not null,
        event_id uuid not null,
        position integer not null,
        starts_at timestamptz not null,
        ends_at timestamptz,
        title text not null check (title <> ''),
        place text,
        speaker text,
        note text,
        constraint agenda_items_tenant unique (organization_id, id),
        constraint agenda_items_event foreign key (organization_id, event_id) references events (organization_id, id) on delete cascade,
        constraint agenda_items_end_after_start check (starts_at < ends_at)
      )`)
    await runner.query('create index agenda_items_event_id on agenda_items (event_id, position)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agenda_items')
  }
}
