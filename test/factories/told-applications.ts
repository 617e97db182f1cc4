import { randomBytes } from 'node:crypto'
import type { TestDatabase } from '../support/database.js'

/** What live figures tell apart. */
export interface ToldApplication {
  readonly receivedAt: string
  readonly locale: string
  readonly country: string | null
  readonly referrer: string | null
  readonly source: string | null
  readonly campaign: string | null
  readonly confirmed: boolean
}

/** Applications of an event with these facts, written straight into their table in one statement. */
export async function insertToldApplications(database: TestDatabase, eventId: string, rows: readonly ToldApplication[]): Promise<void> {
  const hex = () => randomBytes(32).toString('hex')
  const keyed = rows.map((row) => ({
    ...row,
    email: `${hex()}@rush.example`,
    nonce: hex(),
    ticket: hex(),
  }))
  await database.query(
    `insert into applications (id, organization_id, event_id, email, email_key, name, locale, answers, consent_at, consent_text,
       nonce, ticket_id, holder, received_at, confirmed_at, country, referrer, source, campaign)
     select gen_random_uuid(), events.organization_id, events.id, email, email, 'Fan', row.locale, '{}', "receivedAt", 'test',
       decode(nonce, 'hex'), ticket, 'email:' || email, "receivedAt",
       case when confirmed then "receivedAt" end, country, referrer, source, campaign
     from events, jsonb_to_recordset($2::jsonb) as row (email text, nonce text, ticket text, "receivedAt" timestamptz,
       locale text, confirmed boolean, country text, referrer text, source text, campaign text)
     where events.id = $1`,
    [eventId, JSON.stringify(keyed)],
  )
}
