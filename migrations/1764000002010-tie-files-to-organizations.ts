import type { MigrationInterface, QueryRunner } from 'typeorm'

export class TieFilesToOrganizations1764000002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table files add constraint files_organization foreign key (organization_id) references organizations (id)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table files drop constraint files_organization')
  }
}
