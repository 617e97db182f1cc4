import { createHash, randomBytes } from 'node:crypto'
import type { TestDatabase } from '../support/database.js'

/** So many confirmed applications of an event, written straight into their table; answers their ids. */
export async function insertConfirmedApplications(database: TestDatabase, eventId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `Fan ${index}`,
    email: `fan${index}@rush.example`,
    personal: createHash('sha256').update(randomBytes(16)).digest('hex'),
    confirm: randomBytes(32).toString('hex'),
    feed: randomBytes(32).toString('hex'),
    nonce: randomBytes(32).toString('hex'),
    ticket: randomBytes(32).toString('hex'),
  }))
  const inserted = await database.query<{ id: string }>(
    `insert into applications (id, organization_id, event_id, email, email_key, name, locale, answers, consent_at, consent_text, personal_token_hash,
       confirm_token_hash, feed_token_hash, nonce, ticket_id, holder, received_at, confirmed_at)
     select gen_random_uuid(), events.organization_id, events.id, row.email, row.email, row.name, 'en', '{}', events.opens_at, 'test', decode(row.personal, 'hex'),
       decode(row.confirm, 'hex'), decode(row.feed, 'hex'), decode(row.nonce, 'hex'), row.ticket, 'email:' || row.email, events.opens_at, events.opens_at
     from events, jsonb_to_recordset($2::jsonb) as row (name text, email text, personal text, confirm text, feed text, nonce text, ticket text)
     where events.id = $1 returning id`,
    [eventId, JSON.stringify(rows)],
  )
  return inserted.map(({ id }) => id)
}
