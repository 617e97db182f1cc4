import { writeCursor } from '../../../apps/api/src/applications/list/list-cursor.js'
import type { Sort } from '../../../apps/api/src/applications/list/list-filter.js'
import type { PublishedEvent } from '../../factories/published-event.js'
import type { TestDatabase } from '../../support/database.js'

/** Requests of one kind: the query strings that are asked in turn. */
export type Kinds = Readonly<Record<string, readonly string[]>>

const columns: Readonly<Record<Sort, string>> = {
  newest: `to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  oldest: `to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  name: 'name_key',
  rank: 'rank_key::text',
}

/** What organizers ask of a list, from its first page to combinations that no single index answers. */
export async function kindsOfRequests(database: TestDatabase, event: PublishedEvent, ranked: boolean): Promise<Kinds> {
  const [city = '', , travel = ''] = event.questionIds
  const deep = (sort: Sort, rest = '') => deepPages(database, event, sort, rest)
  const answer = (question: string, value: string) => `answer=${question}=${value}`
  return {
    first: ['', 'sort=oldest', 'sort=name'],
    deep_newest: await deep('newest'),
    deep_oldest: await deep('oldest'),
    deep_name: await deep('name'),
    ...(ranked
      ? {
          rank: ['sort=rank', 'sort=rank&step=waitlisted', 'sort=rank&step=invited', 'sort=rank&search=oyelaran'],
          deep_rank: await deep('rank', 'step=waitlisted'),
        }
      : {}),
    step: ['step=confirmed', 'step=received', 'step=withdrawn&sort=name', 'step=entered', 'step=waitlisted', 'step=invited', 'step=coming'],
    deep_step: await deep('name', 'step=withdrawn'),
    country: ['country=NL', 'country=IS', 'country=XX&sort=name', 'country=DE&sort=oldest'],
    handle_and_fan: ['handle=proven', 'handle=none&sort=name', 'fan=returning&sort=name', 'fan=new&handle=proven&sort=oldest'],
    answer: [answer(city, 'Amsterdam'), answer(city, 'Zierikzee'), answer(travel, 'Train') + '&sort=name', answer(city, 'Nowhere')],
    tag_and_pool: ['tag=press&sort=name', 'tag=nobody', 'pool=open', 'pool=open&tag=press'],
    pairs: [
      'country=IS&fan=returning&sort=name',
      `${answer(city, 'Texel')}&country=FR`,
      `${answer(city, 'Zierikzee')}&${answer(travel, 'Train')}&step=received&sort=name`,
      'step=withdrawn&handle=proven&sort=name',
      'tag=press&step=withdrawn',
    ],
    deep_pairs: await deep('name', 'country=BE&fan=returning'),
    search_common: ['search=jansen', 'search=mastodon&sort=name', 'search=graag&sort=oldest', 'search=sanne%20jansen'],
    search_rare: [
      'search=ziegelmann',
      'search=quackenbush&sort=name',
      'search=zodiacal%20perihelion',
      'search=thorvaldsen%20zierikzee',
      'search=jurgen%20lindqvist&sort=name',
    ],
    search_three: ['search=qua', 'search=bos&sort=name', 'search=zij', 'search=xqz', 'search=ame&sort=oldest'],
    search_two: ['search=ev&sort=name', 'search=qu', 'search=zx', 'search=jo%20li'],
    search_exact: ['search=emma.777777@', 'search=sanne.4242', 'search=@daan5001@mastodon', ...(await ticketNumbers(database, event))],
    search_none: ['search=xylofoonspeler', 'search=nobody%40nowhere&sort=name', 'search=amsterdam%20xylofoon', 'search=zzzz'],
    search_and_filter: [
      'search=perihelion&step=withdrawn&sort=name',
      'search=sanne&country=IS&sort=name',
      'search=graag&step=withdrawn&handle=proven&sort=name',
      'search=postma&country=NZ&fan=new&sort=oldest',
      `search=jansen&${answer(city, 'Zierikzee')}&sort=name`,
    ],
    deep_search: await deep('name', 'search=visser'),
  }
}

/** Pages that begin a tenth, half and nine tenths of the way through everybody. */
async function deepPages(database: TestDatabase, event: PublishedEvent, sort: Sort, rest: string): Promise<string[]> {
  const order =
    sort === 'newest' ? 'received_at desc, application_id desc' : `${sort === 'oldest' ? 'received_at' : `${sort}_key`}, application_id`
  const rows = await database.query<{ key: string; id: string }>(
    `select key, id from (
       select ${columns[sort]} as key, application_id as id, row_number() over (order by ${order}) as number, count(*) over () as total
       from application_list where event_id = $1
     ) numbered where number in (total / 10, total / 2, total * 9 / 10)`,
    [event.id],
  )
  return rows.map((position) => `sort=${sort}&cursor=${writeCursor(position, sort)}${rest && `&${rest}`}`)
}

async function ticketNumbers(database: TestDatabase, event: PublishedEvent): Promise<string[]> {
  const rows = await database.query<{ number: string }>(
    `select left(ticket_id, 4) || '-' || substr(ticket_id, 5, 4) as number from applications where event_id = $1 limit 2`,
    [event.id],
  )
  return rows.map(({ number }) => `search=${number}`)
}
