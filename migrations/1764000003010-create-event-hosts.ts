import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateEventHosts1764000003010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_hosts (
        organization_id uuid not null,
        event_id uuid not null,
        host_id uuid not null,
        position integer not null,
        primary key (event_id, host_id),
        constraint event_hosts_event foreign key (organization_id, event_id) references events (organization_id, id) on delete cascade,
        constraint event_hosts_host foreign key (organization_id, host_id) references hosts (organization_id, id)
      )`)
    await runner.query('create index event_hosts_host_id on event_hosts (host_id)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_hosts')
  }
}
