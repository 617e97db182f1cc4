import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateMemberships1764000002050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table memberships (
        organization_id uuid not null references organizations (id),
        user_id uuid not null references users (id),
        role text not null check (role in ('owner', 'organizer', 'reviewer', 'moderator', 'door')),
        created_at timestamptz not null,
        primary key (organization_id, user_id)
      )`)
    await runner.query('create index memberships_user_id on memberships (user_id)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table memberships')
  }
}
