import type { MigrationInterface, QueryRunner } from 'typeorm'

export class IdempotencyKeys1764000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        scope text not null,
        key text not null,
        body_hash text not null,
        status integer,
        body bytea,
        created_at timestamptz not null,
        primary key (scope, key)
      )`)
    await runner.query('create index idempotency_keys_created_at on idempotency_keys (created_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys')
  }
}
