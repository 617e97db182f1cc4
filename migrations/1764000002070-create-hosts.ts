import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateHosts1764000002070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hosts (
        id uuid primary key,
        organization_id uuid not null references organizations (id),
        name text not null check (name <> ''),
        role_title text not null,
        photo_file_id uuid,
        handle text,
        reply_to text not null,
        archived_at timestamptz,
        created_at timestamptz not null,
        constraint hosts_tenant unique (organization_id, id),
        constraint hosts_photo foreign key (organization_id, photo_file_id) references files (organization_id, id)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hosts')
  }
}
