import type { MigrationInterface, QueryRunner } from 'typeorm'

const oldHashes = ['personal', 'confirm', 'feed']

/**
 * Makes receiving an application cheap. Links carry their own proof and are stored nowhere; the request's key lies on the row that it made; what
 * two indexes found one finds; what came together is noted in one row for whoever writes to them. Links that were mailed before stop working:
 * there was no release yet that mailed any.
 */
export class TakeInMany1764000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of oldHashes) await runner.query(`ALTER TABLE applications DROP COLUMN ${name}_token_hash`)
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN confirm_epoch integer NOT NULL DEFAULT 0,
        ADD COLUMN request_key bytea CHECK (octet_length(request_key) = 16),
        ADD COLUMN request_hash bytea CHECK (octet_length(request_hash) = 16),
        ADD CONSTRAINT applications_request_whole CHECK ((request_key IS NULL) = (request_hash IS NULL))`)
    await runner.query(`CREATE UNIQUE INDEX applications_one_per_request ON applications (request_key) WHERE request_key IS NOT NULL`)
    await runner.query(`DROP INDEX applications_of_fan`)
    await runner.query(`DROP INDEX applications_of_address`)
    await runner.query(`DROP INDEX applications_one_per_address`)
    await runner.query(`CREATE UNIQUE INDEX applications_one_per_address ON applications (email_key, event_id) WHERE shadow_of IS NULL`)
    await runner.query(`DROP INDEX applications_by_device`)
    await runner.query(`CREATE INDEX applications_with_device ON applications (event_id) WHERE device_hint IS NOT NULL`)
    // What is counted within an hour may be forgotten when the database server falls.
    await runner.query(`ALTER TABLE rate_limits SET UNLOGGED`)
    await runner.query(`
      CREATE TABLE application_arrivals (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
        application_ids uuid[] NOT NULL
      )`)
    // A function, because each of its statements sees what was committed before it began: also who committed while it waited for the lock.
    await runner.query(`
      CREATE FUNCTION hold_event(wanted uuid)
        RETURNS TABLE (version integer, opens_at timestamptz, closes_at timestamptz, starts_at timestamptz, cancelled boolean, frozen boolean,
          largest_group integer, waited interval)
        LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM FROM events WHERE id = wanted FOR SHARE;
        RETURN QUERY
          SELECT events.version, events.opens_at, events.closes_at, events.starts_at, events.cancelled_at IS NOT NULL,
            EXISTS (SELECT FROM draws WHERE event_id = wanted), (policy -> 'companions' ->> 'largest')::int, clock_timestamp() - statement_timestamp()
          FROM events WHERE events.id = wanted AND published_at IS NOT NULL;
      END $$`)
  }

  /** The hashes are gone: with new ones the table is as it was, and no old link works. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rate_limits SET LOGGED`)
    await runner.query(`DROP FUNCTION hold_event`)
    await runner.query(`DROP TABLE application_arrivals`)
    await runner.query(`DROP INDEX applications_with_device`)
    await runner.query(`CREATE INDEX applications_by_device ON applications (event_id, device_hint) WHERE device_hint IS NOT NULL`)
    await runner.query(`DROP INDEX applications_one_per_address`)
    await runner.query(`CREATE UNIQUE INDEX applications_one_per_address ON applications (event_id, email_key) WHERE shadow_of IS NULL`)
    await runner.query(`CREATE INDEX applications_of_address ON applications (email_key) WHERE shadow_of IS NULL`)
    await runner.query(`CREATE INDEX applications_of_fan ON applications (organization_id, email_key)`)
    await runner.query(`ALTER TABLE applications DROP COLUMN confirm_epoch, DROP COLUMN request_key, DROP COLUMN request_hash`)
    for (const name of oldHashes) {
      await runner.query(`ALTER TABLE applications ADD COLUMN ${name}_token_hash bytea`)
      await runner.query(`UPDATE applications SET ${name}_token_hash = sha256(uuid_send(gen_random_uuid()))`)
      await runner.query(`
        ALTER TABLE applications ALTER COLUMN ${name}_token_hash SET NOT NULL,
          ADD CONSTRAINT applications_${name}_token UNIQUE (${name}_token_hash)`)
    }
  }
}
