import { writeListRows, writeSearchRows } from '../../../apps/api/src/applications/list/kept-rows.js'
import { complain } from '../../../apps/cli/terminal/say.js'
import type { PublishedEvent } from '../../factories/published-event.js'
import type { TestDatabase } from '../../support/database.js'
import { vocabulary } from './words.js'

const pieces = 20
const sentences = 50_000

/**
 * Puts so many applications into an event and into what its list reads. Names, places and answers follow from the number of each, so every run
 * has the same; common words are common and rare ones rare. Their ids are a day old, so that Tweetup does not take them for newcomers.
 */
export async function insertApplications(database: TestDatabase, event: PublishedEvent, count: number): Promise<void> {
  await createPick(database)
  await createSentences(database)
  const rebuild = await dropSearchIndex(database)
  for (let piece = 0; piece < pieces; piece += 1) {
    const [from, to] = [piece, piece + 1].map((part) => Math.round((count * part) / pieces))
    await insertPiece(database, event, Number(from) + 1, Number(to))
    const chosen = chosenPiece(event, Number(from) + 1, Number(to))
    await database.query(writeListRows(chosen))
    await database.query(writeSearchRows(chosen))
    complain(`${to} of ${count} applications are in the tables and in the list.`)
  }
  await database.query(rebuild)
  complain('The search has its index.')
  for (const table of ['applications', 'application_list', 'application_search']) await database.query(`vacuum analyze ${table}`)
}

/** A word of a list for a number: the higher the skew, the more often the first ones. */
async function createPick(database: TestDatabase): Promise<void> {
  await database.query(`
    create function pick(words text[], n bigint, salt text, skew float) returns text language sql immutable as $$
      select words[1 + floor(array_length(words, 1) * power((hashtextextended(salt || n::text, 0) & 1048575) / 1048576.0, skew))::int]
    $$`)
}

/** Of fourteen words each: an applicant writes one of them. */
async function createSentences(database: TestDatabase): Promise<void> {
  await database.query(
    `create table sentences as
     select number, string_agg(pick($1, number * 20 + word, 'word', 2), ' ' order by word) as sentence
     from generate_series(0, ${sentences - 1}) as number, generate_series(1, 14) as word group by number`,
    [vocabulary.words],
  )
}

/** An index that is there already makes a million rows slow to write; answers how to make it again. */
async function dropSearchIndex(database: TestDatabase): Promise<string> {
  const [index] = await database.query<{ indexdef: string }>(`select indexdef from pg_indexes where indexname = 'application_search_found'`)
  if (!index) throw new Error('There is no index of the search.')
  await database.query('drop index application_search_found')
  return index.indexdef
}

/** Each was received a millisecond after the one before. */
function chosenPiece({ id }: PublishedEvent, from: number, to: number): string {
  return `select applications.id from applications join events on events.id = event_id where event_id = '${id}' and shadow_of is null
    and received_at between events.opens_at + ${from} * interval '1 millisecond' and events.opens_at + ${to} * interval '1 millisecond'`
}

async function insertPiece(database: TestDatabase, { id, questionIds }: PublishedEvent, from: number, to: number): Promise<void> {
  const { firsts, lasts, cities, countries } = vocabulary
  await database.query(
    `insert into applications (id, organization_id, event_id, email, email_key, name, handle, handle_proven_at, locale, answers, country, known_fan, tags,
       consent_at, consent_text, nonce, ticket_id, holder, received_at, confirmed_at, withdrawn_at)
     select uuidv7(interval '-1 day'), events.organization_id, events.id, email, email, first || ' ' || last,
       case when n % 5 < 3 then '@' || lower(first) || n || '@mastodon.social' end, case when n % 5 < 3 and n % 211 = 0 then events.opens_at end, 'nl',
       jsonb_build_object($2::text, pick($8, n, 'city', 2.5), $3::text, sentence,
         $4::text, case when n % 7 = 0 then 'Train' else 'Bike' end),
       pick($9, n, 'country', 1.6), n % 3 = 0, case when n % 1009 = 0 then array['press'] else '{}' end,
       events.opens_at, 'bench', sha256(n::text::bytea),
       encode(sha256(('ticket' || n)::bytea), 'hex'), 'email:' || email, events.opens_at + n * interval '1 millisecond',
       case when n % 6 > 0 then events.opens_at + n * interval '1 millisecond' end, case when n % 53 = 0 then events.opens_at + interval '1 hour' end
     from events, generate_series($5::bigint, $6::bigint) as n join sentences on number = n % ${sentences},
       lateral (select pick($7, n, 'first', 1.5) as first, pick($10, n, 'last', 2) as last) as named,
       lateral (select lower(application_text(first)) || '.' || n || '@' || lower(pick($8, n, 'domain', 1)) || '.example' as email) as addressed
     where events.id = $1`,
    [id, ...questionIds, from, to, firsts, cities, countries, lasts],
  )
}
