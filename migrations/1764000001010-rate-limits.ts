import type { MigrationInterface, QueryRunner } from 'typeorm'

export class RateLimits1764000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rate_limits (
        key text primary key,
        window_ends_at timestamptz not null,
        taken integer not null
      )`)
    await runner.query('create index rate_limits_window_ends_at on rate_limits (window_ends_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_limits')
  }
}
