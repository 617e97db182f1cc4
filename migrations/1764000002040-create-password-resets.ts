import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreatePasswordResets1764000002040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table password_resets (
        id uuid primary key,
        user_id uuid not null references users (id) on delete cascade,
        token_hash text not null constraint password_resets_token_hash unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`)
    await runner.query('create index password_resets_user_id on password_resets (user_id)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table password_resets')
  }
}
