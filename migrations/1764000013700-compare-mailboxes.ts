import type { MigrationInterface, QueryRunner } from 'typeorm'

const tagging = `'outlook.com','hotmail.com','live.com','msn.com','hotmail.nl','live.nl','hotmail.be','live.be','outlook.be','hotmail.de','live.de',
  'outlook.de','hotmail.fr','live.fr','outlook.fr','hotmail.co.uk','live.co.uk','hotmail.it','live.it','outlook.it','hotmail.es','outlook.es',
  'icloud.com','me.com','mac.com','fastmail.com','fastmail.fm','proton.me','protonmail.com','protonmail.ch','pm.me','hey.com'`

/** The mailbox behind a canonical address, as it was on the day of this migration. */
const mailbox = `CASE
  WHEN email_key ~ '@(gmail|googlemail)[.]com$' THEN
    replace(coalesce(nullif(split_part(split_part(email_key, '@', 1), '+', 1), ''), split_part(email_key, '@', 1)), '.', '') || '@gmail.com'
  WHEN split_part(email_key, '@', 2) IN (${tagging}) AND email_key !~ '^[+]' THEN
    split_part(split_part(email_key, '@', 1), '+', 1) || '@' || split_part(email_key, '@', 2)
  ELSE email_key END`

const isFolded = `split_part(email_key, '@', 2) IN ('gmail.com', 'googlemail.com', ${tagging})`

/**
 * Compares applications by the mailbox behind their address. Where an event has several of a mailbox, one of them stands for it from now on, the
 * one that the team would keep: whoever applies again is recognized by it. The others stay under the address that they were made with.
 */
export class CompareMailboxes1764000013700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH folded AS (
        SELECT id, event_id, email_key, shadow_of, withdrawn_at, confirmed_at, received_at, ${mailbox} AS mailbox FROM applications WHERE ${isFolded}
      ), first AS (
        SELECT DISTINCT ON (event_id, mailbox) id FROM folded WHERE shadow_of IS NULL
        ORDER BY event_id, mailbox, email_key <> mailbox, withdrawn_at IS NOT NULL, confirmed_at NULLS LAST, received_at, id
      )
      UPDATE applications SET email_key = folded.mailbox
      FROM folded JOIN first ON first.id = coalesce(folded.shadow_of, folded.id)
      WHERE applications.id = folded.id AND folded.mailbox <> folded.email_key`)
    await runner.query(`UPDATE address_changes SET email_key = ${mailbox} WHERE ${isFolded} AND ended_at IS NULL`)
  }

  /** The canonical address stands nowhere else, but differs from what was written in nothing but its case and the form of its domain. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['applications', 'address_changes'])
      await runner.query(`UPDATE ${table} SET email_key = lower(trim(email)) WHERE ${isFolded}`)
  }
}
