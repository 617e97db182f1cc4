import type { MigrationInterface, QueryRunner } from 'typeorm'

export class IdempotencyKeys1764000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        id text primary key,
        claim uuid not null,
        body_hash text not null,
        status integer,
        answer bytea,
        created_at timestamptz not null
      )`)
    await runner.query('create index idempotency_keys_created_at on idempotency_keys (created_at)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys')
  }
}
