import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { policyWith } from '../factories/policies.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const people = 230
const names = ['Sanne Vermeer', 'José Álvarez', 'ŁUCJA Nowak', 'sanne de boer', 'Ömer Yıldız', "Zoë O'Neill", '100%_sure\\', 'Mei 李']
const countries = ['NL', 'NL', 'BE', 'FR', null]
const cities = ['Leiden', 'Leiden', 'Gent', 'a=b', 'Parijs']

interface Person {
  readonly number: number
  readonly name: string
  readonly email: string
  readonly handle: string | null
  readonly proven: boolean
  readonly country: string | null
  readonly returning: boolean
  readonly tags: readonly string[]
  readonly city: string
  readonly wish: string
  readonly travel: string
  readonly confirmed: boolean
  readonly withdrawn: boolean
}

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let everybody: Person[]

const person = (number: number): Person => ({
  number,
  name: `${names[number % names.length]}`,
  email: `fan${number}@${number % 3 ? 'example.org' : 'voorbeeld.nl'}`,
  handle: number % 4 ? `@fan${number}@mastodon.social` : null,
  proven: number % 4 > 0 && number % 3 === 0,
  country: countries[number % countries.length] ?? null,
  returning: number % 2 === 0,
  tags: number % 7 === 0 ? ['press'] : number % 11 === 0 ? ['crew', 'press'] : [],
  city: cities[number % cities.length] ?? '',
  wish: number % 13 === 0 ? 'De 𝒦omeet met 50% korting_en "quotes"' : `wens ${number}`,
  travel: number % 3 ? 'Bike' : 'Train',
  confirmed: number % 5 > 0,
  withdrawn: number % 17 === 0,
})

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  const policy = policyWith({
    pools: [
      { id: 'press', seats: 2, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: null },
      { id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null },
    ],
  })
  event = await openEvent(app, owner, 10, { policy })
  everybody = Array.from({ length: people }, (_, number) => person(number))
  await insert(everybody)
  await app.settled()
}, 120_000)
afterAll(() => app?.close())

/** Straight into the table, several of them at the very same moment. */
async function insert(some: readonly Person[]): Promise<void> {
  const [city = '', wish = '', travel = ''] = event.questionIds
  const rows = some.map((each) => ({
    ...each,
    answers: { [city]: each.city, [wish]: each.wish, [travel]: each.travel },
    secret: randomBytes(32).toString('hex'),
    received: new Date(event.opensAt.getTime() + Math.floor(each.number / 3) * 1000),
  }))
  await app.database.query(
    `insert into applications (id, organization_id, event_id, email, email_key, name, handle, handle_proven_at, country, known_fan, tags, locale, answers, consent_at,
       consent_text, nonce, ticket_id, holder, received_at, confirmed_at, withdrawn_at)
     select gen_random_uuid(), events.organization_id, events.id, row.email, row.email, row.name, row.handle, case when proven then row.received end, row.country,
       row."returning", row.tags, 'en', row.answers, row.received, 'test', decode(secret, 'hex'), encode(sha256(decode(secret, 'hex')), 'hex'), 'email:' || row.email, row.received,
       case when row.confirmed then row.received end, case when row.withdrawn then row.received end
     from events, jsonb_to_recordset($2::jsonb) as row (name text, email text, handle text, proven boolean, country text, "returning" boolean, tags text[],
       answers jsonb, secret text, received timestamptz, confirmed boolean, withdrawn boolean)
     where events.id = $1`,
    [event.id, JSON.stringify(rows)],
  )
}

const base = () => `/api/organizations/${owner.slug}/events/${event.id}`

/** Every page of a list, one after the other. */
async function all(query: string, between: () => Promise<void> = async () => undefined): Promise<unknown[]> {
  const items: unknown[] = []
  let cursor: string | null = null
  do {
    const answer = await owner.client.get(`${base()}/applications?${query}${cursor ? `&cursor=${cursor}` : ''}`)
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${answer.text}`)
    items.push(...listAt(answer.body, 'items'))
    cursor = at(answer.body, 'nextCursor') === null ? null : textAt(answer.body, 'nextCursor')
    await between()
  } while (cursor)
  return items
}

const emails = (items: readonly unknown[]): string[] => items.map((item) => textAt(item, 'email'))
const expectedOf = (some: readonly Person[]): string[] => some.map(({ email }) => email).toSorted()
const question = (index: number): string => event.questionIds[index] ?? ''

type Filter = readonly [query: () => string, naive: (person: Person) => boolean]

const filters: Readonly<Record<string, Filter>> = {
  received: [() => 'step=received', ({ confirmed, withdrawn }) => !confirmed && !withdrawn],
  confirmed: [() => 'step=confirmed', ({ confirmed, withdrawn }) => confirmed && !withdrawn],
  withdrawn: [() => 'step=withdrawn', ({ withdrawn }) => withdrawn],
  'a pool by tag': [() => 'pool=press', ({ tags }) => tags.includes('press')],
  'the pool of everybody': [() => 'pool=open', () => true],
  'a choice': [() => `answer=${question(2)}=Train`, ({ travel }) => travel === 'Train'],
  'an answer with an equals sign': [() => `answer=${question(0)}=${encodeURIComponent('a=b')}`, ({ city }) => city === 'a=b'],
  'two answers': [
    () => `answer=${question(0)}=Leiden&answer=${question(2)}=Bike`,
    ({ city, travel }) => city === 'Leiden' && travel === 'Bike',
  ],
  country: [() => 'country=nl', ({ country }) => country === 'NL'],
  'a proven handle': [() => 'handle=proven', ({ proven }) => proven],
  'a claimed handle': [() => 'handle=claimed', ({ handle, proven }) => handle !== null && !proven],
  'no handle': [() => 'handle=none', ({ handle }) => handle === null],
  'new fans': [() => 'fan=new', ({ returning }) => !returning],
  'returning fans': [() => 'fan=returning', ({ returning }) => returning],
  'a tag': [() => 'tag=crew', ({ tags }) => tags.includes('crew')],
  'a common word': [() => 'search=wens', ({ wish }) => wish.includes('wens')],
  'a name without case and accents': [() => 'search=jose', ({ name }) => name.startsWith('José')],
  'two words': [() => 'search=VERMEER%20sanne', ({ name }) => name === 'Sanne Vermeer'],
  'part of an address': [() => 'search=voorbeeld.nl', ({ email }) => email.includes('voorbeeld.nl')],
  'a rare word': [() => 'search=korting', ({ wish }) => wish.includes('korting')],
  'two letters that begin a word': [() => 'search=al', ({ name }) => name.includes('Álvarez')],
  'a handle': [() => 'search=%40mastodon.social', ({ handle }) => handle !== null],
}

describe('the list, against a naive filter', () => {
  it.each(Object.entries(filters))('picks by %s', async (_, [query, naive]) => {
    expect(emails(await all(query())).toSorted()).toEqual(expectedOf(everybody.filter(naive)))
  })

  it('picks by every two of them at once, in every order', async () => {
    const some = Object.entries(filters)
    let sort = 0
    for (const [index, [one, [query, naive]]] of some.entries())
      for (const [other, [otherQuery, otherNaive]] of some.slice(index + 1)) {
        const [first, second] = [query(), otherQuery()]
        // What can stand once only cannot be combined with itself.
        if (['step=', 'pool=', 'handle=', 'fan=', 'search='].some((name) => first.startsWith(name) && second.startsWith(name))) continue
        const order = ['newest', 'oldest', 'name', 'rank'][(sort += 1) % 4]
        const found = emails(await all(`${first}&${second}&sort=${order}`)).toSorted()
        expect([one, other, found]).toEqual([one, other, expectedOf(everybody.filter((each) => naive(each) && otherNaive(each)))])
      }
  }, 120_000)

  it('sorts by time and by name, and each page goes on where the one before ended', async () => {
    const times = (items: readonly unknown[]) => items.map((item) => textAt(item, 'receivedAt'))
    const newest = times(await all('sort=newest'))
    expect(newest).toHaveLength(people)
    expect(newest).toEqual(newest.toSorted().toReversed())
    expect(times(await all('sort=oldest'))).toEqual(newest.toSorted())
    const named = (await all('sort=name')).map((item) => folded(textAt(item, 'name')))
    expect(named).toEqual(named.toSorted())
    expect(new Set(emails(await all('sort=name'))).size).toBe(people)
  })

  it('counts whom it shows, and everybody by step', async () => {
    const count = await owner.client.get(`${base()}/application-count?handle=proven`)
    expect(count.body).toEqual({ count: everybody.filter(({ proven }) => proven).length, more: false })
    const page = await owner.client.get(`${base()}/applications`)
    const [received, , withdrawn] = ['received', 'confirmed', 'withdrawn'].map(
      (name) => everybody.filter(filters[name]?.[1] ?? (() => false)).length,
    )
    expect(at(page.body, 'counts')).toMatchObject({ received, withdrawn, total: people, steps: { received, withdrawn } })
  })

  it('brings the answers of the columns that were asked for', async () => {
    const [item] = listAt((await owner.client.get(`${base()}/applications?column=${question(0)}&column=rank&search=fan229@`)).body, 'items')
    expect(at(item, 'answers')).toEqual({ [question(0)]: person(229).city })
  })
})

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

describe('searching with whatever somebody types', () => {
  it.each([
    ['%', 29],
    ['_', 29 + 17],
    ['\\', 28],
    ['100%_sure\\', 28],
    ['％', 29 + 17],
    ["o'neill", 29],
    ['"quotes"', 18],
    ["' or true --", 0],
    ['$$; drop table applications; $$', 0],
    ['\u202esanne', 0],
    ['李', 28],
    ['(?=.*)', 0],
    ['{}[]^.*+?|', 0],
    ['komeet', 18],
  ])('takes %j as it is', async (search) => {
    const found = emails(await all(`search=${encodeURIComponent(search)}`))
    const words = folded(search.replace('\u202e', '')).split(/\s+/)
    const text = ({ name, email, handle, wish, city, travel }: Person) => folded([name, email, handle, city, wish, travel].join(' '))
    const naive = everybody.filter((each) =>
      words.every((word) => (/^[\p{L}\p{N}]{1,2}$/u.test(word) ? ` ${text(each)}`.includes(` ${word}`) : text(each).includes(word))),
    )
    expect(found.toSorted()).toEqual(expectedOf(naive))
  })

  it('refuses what is far too long, and what is no text', async () => {
    expect((await owner.client.get(`${base()}/applications?search=${'x'.repeat(10_000)}`)).status).toBe(400)
    expect((await owner.client.get(`${base()}/applications?search=a%00b`)).status).toBe(400)
    expect((await owner.client.get(`${base()}/applications?search=a&search=b`)).status).toBe(400)
  })

  it.each(['pool=nowhere', 'answer=x', 'answer=Leiden', 'country=NLD', 'handle=maybe', 'fan=old', 'sort=random', 'sort=name%00'])(
    'refuses %s with a word about it',
    async (query) => {
      const answer = await owner.client.get(`${base()}/applications?${query}`)
      expect(answer.status).toBe(400)
      expect(textAt(answer.body, 'errors.0.path')).toBe(query.split('=')[0])
    },
  )

  it('knows a cursor of one order in no other', async () => {
    const cursor = textAt((await owner.client.get(`${base()}/applications?sort=name`)).body, 'nextCursor')
    expect((await owner.client.get(`${base()}/applications?sort=name&cursor=${cursor}`)).status).toBe(200)
    expect((await owner.client.get(`${base()}/applications?sort=oldest&cursor=${cursor}`)).status).toBe(400)
  })
})

describe('while people go on applying', () => {
  let next = 10_000
  const comes = async () => {
    const come = Array.from({ length: 20 }, () => ({ ...person(13), number: next, email: `later${(next += 1)}@example.org` }))
    await insert(come)
  }

  it.each([
    'sort=newest',
    'sort=oldest',
    'sort=name',
    'sort=rank',
    'sort=name&search=wens',
    'sort=newest&country=nl',
    'sort=oldest&step=confirmed',
  ])(
    'shows everybody once who was there: %s',
    async (query) => {
      const before = emails(await all(query))
      const during = emails(await all(query, comes))
      expect(new Set(during).size).toBe(during.length)
      expect(before.filter((email) => !during.includes(email))).toEqual([])
    },
    60_000,
  )

  it('finds who has just come at once, and what has just changed', async () => {
    await insert([{ ...person(1), number: 20_000, email: 'justnow@example.org', name: 'Nieuwkomer' }])
    expect(emails(await all('search=nieuwkomer'))).toEqual(['justnow@example.org'])
    await app.database.query(`update applications set name = 'Hernoemd' where email = 'justnow@example.org'`)
    expect(await all('search=nieuwkomer')).toEqual([])
    expect(emails(await all('search=hernoemd'))).toEqual(['justnow@example.org'])
    await app.database.query(`delete from applications where email = 'justnow@example.org'`)
    expect(await all('search=hernoemd')).toEqual([])
    await app.settled()
    const [left] = await app.database.query<{ rows: number; counted: number; real: number }>(
      `select (select count(*)::int from application_search where event_id = $1) as rows, (select sum(count)::int from application_counts where event_id = $1) as counted,
         (select count(*)::int from applications where event_id = $1) as real`,
      [event.id],
    )
    expect([left?.rows, left?.counted]).toEqual([left?.real, left?.real])
  })
})
