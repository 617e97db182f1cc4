import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which mail a mailbox that has proven nothing got about an event without asking, as a keyed hash: the only one. */
export class OneUnaskedMail1764000013950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unasked_mails (
        organization_id uuid NOT NULL,
        event_id uuid NOT NULL,
        address_hash bytea NOT NULL,
        delivery_id uuid NOT NULL,
        PRIMARY KEY (event_id, address_hash),
        CONSTRAINT unasked_mails_event FOREIGN KEY (organization_id, event_id) REFERENCES events (organization_id, id) ON DELETE CASCADE
      )`)
    await runner.query(`ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check`)
    await runner.query(`ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check
      CHECK (state IN ('queued', 'deferred', 'sent', 'bounced', 'failed', 'blocked', 'withheld'))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE deliveries SET state = 'blocked' WHERE state = 'withheld'`)
    await runner.query(`ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check`)
    await runner.query(`ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check
      CHECK (state IN ('queued', 'deferred', 'sent', 'bounced', 'failed', 'blocked'))`)
    await runner.query(`DROP TABLE unasked_mails`)
  }
}
