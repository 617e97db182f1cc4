import { createHash, randomBytes } from 'node:crypto'
import { deriveAccent } from '#accent'
import { newId } from '../../apps/api/src/database/index.js'
import type { TestDatabase } from '../support/database.js'

/** An event as one stood in its table before forms asked for more than texts. */
export interface OldEvent {
  readonly id: string
  readonly organizationId: string
  readonly slug: string
  readonly questionId: string
}

/** Who applied, written as people write; what is not said is as the first version of Tweetup left it. */
export interface OldApplication {
  readonly email: string
  readonly name?: string
  readonly handle?: string
  readonly receivedAt: string
  readonly confirmed?: boolean
  readonly withdrawn?: boolean
  readonly shadowOf?: string
}

const policy = {
  pools: [{ id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null }],
  spillTo: null,
  weights: { losses: 'none', lossCap: 5, firstTimers: 0, answers: [] },
  companions: { largest: 1, fill: 'first-fit' },
  picked: { seats: 0 },
  review: null,
  randomness: { mode: 'beacon', contributors: [], fallbackDays: null },
}

/** An organization, in columns that its table has had from the start. */
export async function oldOrganization(database: TestDatabase, slug: string, name: string): Promise<string> {
  const id = newId()
  await database.query(
    `insert into organizations (id, slug, name, accent, accent_tokens, address, locale, created_at)
     values ($1, $2, $3, '#0A6450', $4, 'Kometenpad 1, Noordwijk', 'nl', '2026-01-05T09:00:00Z')`,
    [id, slug, name, JSON.stringify(deriveAccent('#0A6450'))],
  )
  return id
}

/** A published event with one question, open in the first days of May 2027. */
export async function oldEvent(database: TestDatabase, organizationId: string, slug: string, title: string): Promise<OldEvent> {
  const [id, questionId] = [newId(), newId()]
  await database.query(
    `insert into events (id, organization_id, slug, title, tagline, story, hashtag, cover_alt, venue_name, venue_address, venue_city, practical, time_zone,
       starts_at, ends_at, capacity, opens_at, closes_at, answer_by, promotion_hours, locale, published_at, version, created_at, updated_at, policy)
     values ($1, $2, $3, $4, '', '', '', '', 'Museum Duinlicht', 'Kometenpad 1', 'Noordwijk', '', 'Europe/Amsterdam',
       '2027-06-10T18:00:00Z', '2027-06-10T22:00:00Z', 10, '2027-05-01T09:00:00Z', '2027-05-20T09:00:00Z', '2027-05-25T09:00:00Z', 48, 'en',
       '2027-04-20T09:00:00Z', 3, '2027-04-01T09:00:00Z', '2027-04-20T09:00:00Z', $5)`,
    [id, organizationId, slug, title, JSON.stringify(policy)],
  )
  await database.query(
    `insert into questions (id, organization_id, event_id, form, position, type, label, help, required, options, max_length)
     values ($1, $2, $3, 'application', 0, 'choice', 'How would you travel?', null, false, '["Train", "Bike"]', 100)`,
    [questionId, organizationId, id],
  )
  await database.query(
    `with host as (
       insert into hosts (id, organization_id, name, role_title, reply_to, created_at)
       values ($1, $2, 'Mirjam de Vries', 'Community lead', 'mirjam@duinlicht.example', '2026-01-05T09:00:00Z') returning id
     ) insert into event_hosts (organization_id, event_id, host_id, position) select $2, $3, id, 0 from host`,
    [newId(), organizationId, id],
  )
  return { id, organizationId, slug, questionId }
}

/** An application whose address was compared as it was written, but for its case; answers the id. */
export async function oldApplication(database: TestDatabase, event: OldEvent, application: OldApplication): Promise<string> {
  const { email, name = 'Sanne Vermeer', handle = null, receivedAt, confirmed = false, withdrawn = false, shadowOf = null } = application
  const id = newId()
  const hash = () => createHash('sha256').update(randomBytes(16)).digest()
  await database.query(
    `insert into applications (id, organization_id, event_id, email, email_key, name, handle, locale, answers, consent_at, consent_text,
       personal_token_hash, confirm_token_hash, feed_token_hash, nonce, ticket_id, holder, received_at, confirmed_at, withdrawn_at, shadow_of)
     values ($1, $2, $3, $4, lower($4), $5, $6, 'en', $7, $8, 'I agree.', $9, $10, $11, $12, $13, 'email:' || lower($4), $8, $14, $15, $16)`,
    [
      id,
      event.organizationId,
      event.id,
      email,
      name,
      handle,
      JSON.stringify({ [event.questionId]: 'Bike' }),
      receivedAt,
      hash(),
      hash(),
      hash(),
      hash(),
      hash().toString('hex'),
      confirmed ? receivedAt : null,
      withdrawn ? receivedAt : null,
      shadowOf,
    ],
  )
  return id
}
