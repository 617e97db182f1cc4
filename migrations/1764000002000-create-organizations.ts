import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateOrganizations1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organizations (
        id uuid primary key,
        slug text not null constraint organizations_slug unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
        name text not null check (name <> ''),
        accent text not null check (accent ~ '^#[0-9A-F]{6}$'),
        accent_tokens jsonb not null,
        logo_file_id uuid,
        address text not null,
        website text,
        locale text not null check (locale in ('nl', 'en')),
        created_at timestamptz not null,
        constraint organizations_logo foreign key (id, logo_file_id) references files (organization_id, id)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organizations')
  }
}
