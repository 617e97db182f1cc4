import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateSessions1764000002030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sessions (
        id uuid primary key,
        token_hash text not null constraint sessions_token_hash unique,
        user_id uuid not null references users (id) on delete cascade,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null
      )`)
    await runner.query('create index sessions_user_id on sessions (user_id)')
    await runner.query('create index sessions_expires_at on sessions (expires_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sessions')
  }
}
