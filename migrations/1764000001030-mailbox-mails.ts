import type { MigrationInterface, QueryRunner } from 'typeorm'

export class MailboxMails1764000001030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailbox_mails (
        id uuid primary key,
        received_at timestamptz not null,
        sender text not null,
        recipients text[] not null,
        subject text not null,
        raw bytea not null
      )`)
    await runner.query('create index mailbox_mails_recipients on mailbox_mails using gin (recipients)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailbox_mails')
  }
}
