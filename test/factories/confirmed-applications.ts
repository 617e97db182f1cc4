import { randomBytes } from 'node:crypto'
import type { TestDatabase } from '../support/database.js'

/** So many confirmed applications of an event, written straight into their table; answers their ids. */
export async function insertConfirmedApplications(database: TestDatabase, eventId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `Fan ${index}`,
    email: `fan${index}@rush.example`,
    nonce: randomBytes(32).toString('hex'),
    ticket: randomBytes(32).toString('hex'),
  }))
  const inserted = await database.query<{ id: string }>(
    `insert into applications (id, organization_id, event_id, email, email_key, name, locale, answers, consent_at, consent_text,
       nonce, ticket_id, holder, received_at, confirmed_at)
     select gen_random_uuid(), events.organization_id, events.id, row.email, row.email, row.name, 'en', '{}', events.opens_at, 'test',
       decode(row.nonce, 'hex'), row.ticket, 'email:' || row.email, events.opens_at, events.opens_at
     from events, jsonb_to_recordset($2::jsonb) as row (name text, email text, nonce text, ticket text)
     where events.id = $1 returning id`,
    [eventId, JSON.stringify(rows)],
  )
  return inserted.map(({ id }) => id)
}
