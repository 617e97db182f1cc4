import type { MigrationInterface, QueryRunner } from 'typeorm'

export class AuditLog1764000001050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_log (
        id uuid primary key,
        organization_id uuid,
        event_id uuid,
        user_id uuid,
        action text not null,
        subject text not null,
        before jsonb,
        after jsonb,
        at timestamptz not null
      )`)
    await runner.query('create index audit_log_organization_id_at on audit_log (organization_id, at)')
    await runner.query('create index audit_log_event_id_at on audit_log (event_id, at)')
    await runner.query(`
      create function refuse_audit_log_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log is append-only.' using errcode = 'restrict_violation';
      end $$`)
    await runner.query(`
      create trigger audit_log_append_only before update or delete or truncate on audit_log
      for each statement execute function refuse_audit_log_change()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_log')
    await runner.query('drop function refuse_audit_log_change()')
  }
}
