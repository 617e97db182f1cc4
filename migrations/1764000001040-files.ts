import type { MigrationInterface, QueryRunner } from 'typeorm'

export class Files1764000001040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table files (
        id uuid primary key,
        organization_id uuid not null,
        kind text not null check (kind in ('cover', 'photo', 'logo')),
        content_type text not null,
        width integer not null,
        height integer not null,
        created_at timestamptz not null,
        unique (organization_id, id)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table files')
  }
}
