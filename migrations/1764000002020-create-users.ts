import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateUsers1764000002020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id uuid primary key,
        email text not null constraint users_email unique,
        name text not null check (name <> ''),
        password_hash text not null,
        locale text not null check (locale in ('nl', 'en')),
        created_at timestamptz not null
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table users')
  }
}
