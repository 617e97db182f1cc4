import type { MigrationInterface, QueryRunner } from 'typeorm'

export class InstallationClock1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation_clock (
        id boolean primary key default true check (id),
        offset_ms bigint not null,
        moved_to timestamptz,
        settled_to timestamptz
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation_clock')
  }
}
