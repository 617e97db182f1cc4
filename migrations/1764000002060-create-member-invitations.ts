import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateMemberInvitations1764000002060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_invitations (
        id uuid primary key,
        organization_id uuid not null references organizations (id),
        email text not null,
        role text not null check (role in ('owner', 'organizer', 'reviewer', 'moderator', 'door')),
        token_hash text not null constraint member_invitations_token_hash unique,
        invited_by uuid not null references users (id),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz
      )`)
    await runner.query(`
      create unique index member_invitations_one_open on member_invitations (organization_id, email)
      where accepted_at is null and withdrawn_at is null`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_invitations')
  }
}
