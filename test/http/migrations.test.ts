import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js'
import { newId } from '../../apps/api/src/database/index.js'
import { loadMigrations, migrate } from '../../apps/api/src/database/migrate.js'
import { oldApplication, oldEvent, type OldEvent, oldOrganization } from '../factories/old-rows.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { createEmptyDatabase, type TestDatabase } from '../support/database.js'
import { at, listAt, textAt } from '../support/http-client.js'

let database: TestDatabase
let earlier: OldEvent
let later: OldEvent
/** Of everybody, by the address that she wrote. */
const ids = new Map<string, string>()

beforeAll(async () => {
  database = await createEmptyDatabase()
  await migrateBefore('1764000013000')
  const duinlicht = await oldOrganization(database, 'duinlicht', 'Museum Duinlicht')
  const zuid = await oldOrganization(database, 'zuid', 'Sterrenwacht Zuid')
  earlier = await oldEvent(database, duinlicht, 'orion', 'Orion for beginners')
  later = await oldEvent(database, duinlicht, 'comet', 'Night of the Comet')
  await fill(await oldEvent(database, zuid, 'moon', 'Inside the moon lander'))
  await migrateBefore('1764000013700')
  await askForAnotherAddress('Sanne.New+me@gmail.com', null)
  await askForAnotherAddress('sanne.old+me@gmail.com', '2027-05-01T12:00:00Z')
  await migrate(database.url)
}, 120_000)
afterAll(() => database?.drop())

/** Runs what there is up to, and without, the migration of this number. */
async function migrateBefore(number: string): Promise<void> {
  const migrations = (await loadMigrations()).filter(({ name }) => name.slice(-number.length) < number)
  const dataSource = await new DataSource({ ...dataSourceOptions(database.url, 2), logging: false, migrations }).initialize()
  try {
    await dataSource.runMigrations({ transaction: 'each' })
  } finally {
    await dataSource.destroy()
  }
}

const hour = (number: number) => `2027-05-01T${String(9 + number).padStart(2, '0')}:00:00Z`

async function fill(elsewhere: OldEvent): Promise<void> {
  const came = async (event: OldEvent, email: string, more: Partial<Parameters<typeof oldApplication>[2]> = {}) =>
    ids.set(email, await oldApplication(database, event, { email, receivedAt: hour(3), ...more }))
  await came(elsewhere, 'Sanne@work.example', { receivedAt: hour(0) })
  await came(earlier, 'SANNE@work.example', { receivedAt: hour(1), confirmed: true, handle: '@Sanne@Mastodon.social' })
  await came(earlier, 'noor.brink+orion@outlook.com', { receivedAt: hour(1) })
  await came(later, 'sanne@Work.example', { name: 'Sanne Vermeer' })
  await came(later, 'Zoe.Celik+Comet@GoogleMail.com', { name: 'Zoë Çelik', confirmed: true, handle: 'zoe.bsky.social' })
  await came(later, 'zoe.celik+comet@googlemail.com', { shadowOf: ids.get('Zoe.Celik+Comet@GoogleMail.com') ?? '' })
  await came(later, 'Noor.Brink+comet@Outlook.com', { name: 'Noor Brink' })
  await came(later, 'noorbrink@outlook.com')
  await came(later, 'cas+comet@place.example')
  await came(later, '+plus@gmail.com')
  await came(later, 'd.ee+first@gmail.com', { receivedAt: hour(1), name: 'Dee Oost' })
  await came(later, 'dee+shadow@gmail.com', { receivedAt: hour(2), shadowOf: ids.get('d.ee+first@gmail.com') ?? '' })
  await came(later, 'd.ee@gmail.com', { receivedAt: hour(4), name: 'Dee Oost', confirmed: true })
  await came(later, 'b.o@gmail.com', { receivedAt: hour(1), confirmed: true })
  await came(later, 'bo@gmail.com', { receivedAt: hour(2) })
  await came(later, 'e.l@gmail.com', { receivedAt: hour(1), confirmed: true, withdrawn: true })
  await came(later, 'el+again@gmail.com', { receivedAt: hour(2) })
}

async function askForAnotherAddress(email: string, endedAt: string | null): Promise<void> {
  await database.query(
    `insert into address_changes (id, organization_id, application_id, email, email_key, prove_token_hash, token_epoch, asked_at, expires_at, ended_at)
     values ($1, $2, $3, $4, lower($4), $5, 0, $6, '2027-05-08T09:00:00Z', $7)`,
    [newId(), later.organizationId, ids.get('sanne@Work.example'), email, randomBytes(32), hour(5), endedAt],
  )
}

/** What stands in a column of applications, by the address as it was written. */
async function column<Value>(expression: string): Promise<Map<string, Value>> {
  const rows = await database.query<{ email: string; value: Value }>(`select email, ${expression} as value from applications`)
  return new Map(rows.map(({ email, value }) => [email, value]))
}

describe('applications from before', () => {
  it('are compared by their mailbox, and one of several of a mailbox stands for it', async () => {
    expect(Object.fromEntries(await column('email_key'))).toEqual({
      'Sanne@work.example': 'sanne@work.example',
      'SANNE@work.example': 'sanne@work.example',
      'sanne@Work.example': 'sanne@work.example',
      'noor.brink+orion@outlook.com': 'noor.brink@outlook.com',
      'Zoe.Celik+Comet@GoogleMail.com': 'zoecelik@gmail.com',
      'zoe.celik+comet@googlemail.com': 'zoecelik@gmail.com',
      // Dots count at Outlook.
      'Noor.Brink+comet@Outlook.com': 'noor.brink@outlook.com',
      'noorbrink@outlook.com': 'noorbrink@outlook.com',
      // A provider that is not known to ignore tags.
      'cas+comet@place.example': 'cas+comet@place.example',
      '+plus@gmail.com': '+plus@gmail.com',
      // The confirmed one stands for the mailbox; the other one stays as it is, with what was a shadow of it.
      'd.ee@gmail.com': 'dee@gmail.com',
      'd.ee+first@gmail.com': 'd.ee+first@gmail.com',
      'dee+shadow@gmail.com': 'dee+shadow@gmail.com',
      // Whose address is the mailbox's own keeps it.
      'bo@gmail.com': 'bo@gmail.com',
      'b.o@gmail.com': 'b.o@gmail.com',
      'el+again@gmail.com': 'el@gmail.com',
      'e.l@gmail.com': 'e.l@gmail.com',
    })
  })

  it('keep the address that mails go to, and open changes of it are compared the same way', async () => {
    expect([...(await column('email')).keys()].sort()).toEqual([...ids.keys()].sort())
    expect(await database.query('select email, email_key from address_changes order by asked_at, email collate "C"')).toEqual([
      { email: 'Sanne.New+me@gmail.com', email_key: 'sannenew@gmail.com' },
      { email: 'sanne.old+me@gmail.com', email_key: 'sanne.old+me@gmail.com' },
    ])
  })

  it('of somebody who had come to an earlier event of the same organization are known as hers', async () => {
    const known = await column<boolean>('known_fan')
    expect([...known.keys()].filter((email) => known.get(email))).toEqual(['sanne@Work.example'])
  })

  it('have a handle that can be compared, claimed and not proven', async () => {
    const handles = await database.query(
      'select handle, handle_key, handle_proven_at from applications where handle is not null order by handle collate "C"',
    )
    expect(handles).toEqual([
      { handle: '@Sanne@Mastodon.social', handle_key: '@sanne@mastodon.social', handle_proven_at: null },
      { handle: 'zoe.bsky.social', handle_key: 'zoe.bsky.social', handle_proven_at: null },
    ])
  })

  it('are counted once each, without shadows', async () => {
    const counted = await database.query(
      `select events.slug, sum(applied)::int as applied, sum(confirmed)::int as confirmed
       from application_changes join events on events.id = event_id group by events.slug order by events.slug`,
    )
    expect(counted).toEqual([
      { slug: 'comet', applied: 12, confirmed: 4 },
      { slug: 'moon', applied: 1, confirmed: 0 },
      { slug: 'orion', applied: 2, confirmed: 1 },
    ])
  })

  it('belong to events that ask for no proof, with questions that are always asked', async () => {
    const [event] = await database.query<{ handle_proof: unknown }>('select handle_proof from events limit 1')
    expect(event?.handle_proof).toEqual({ mode: 'off', networks: [], followers: false })
    expect(
      await database.query('select type, options, settings, show_if, removed_at from questions where event_id = $1', [later.id]),
    ).toEqual([{ type: 'choice', options: ['Train', 'Bike'], settings: {}, show_if: null, removed_at: null }])
  })

  it('are compared as they were when the step is taken back, and the same again afterwards', async () => {
    const before = await column('email_key')
    const [Step] = (await loadMigrations()).filter(({ name }) => name.endsWith('1764000013700'))
    if (!Step) throw new Error('There is no such migration.')
    const dataSource = await new DataSource({ ...dataSourceOptions(database.url, 2), logging: false }).initialize()
    try {
      const runner = dataSource.createQueryRunner()
      await new Step().down(runner)
      const back = await column<string>('email_key')
      expect([...back].filter(([email, key]) => key !== email.toLowerCase())).toEqual([])
      await new Step().up(runner)
    } finally {
      await dataSource.destroy()
    }
    expect(await column('email_key')).toEqual(before)
  })
})

describe('Tweetup, started on such a database', () => {
  let app: TestApp
  let team: SignedUp

  beforeAll(async () => {
    app = await startTestApp({ database, smtp: true, clock: '2027-05-03T09:00:00Z' })
    team = await signUp(app.client())
    await database.query(`insert into memberships (organization_id, user_id, role, created_at) values ($1, $2, 'owner', now())`, [
      later.organizationId,
      team.userId,
    ])
    await app.settled()
  }, 60_000)
  afterAll(() => app?.close())

  const base = () => `/api/organizations/duinlicht/events/${later.id}`

  it('lists all of them, finds them without accents, and shows what they wrote', async () => {
    const { body } = await team.client.get(`${base()}/applications`)
    expect(listAt(body, 'items')).toHaveLength(12)
    expect(at(body, 'counts')).toMatchObject({ total: 12, confirmed: 3, withdrawn: 1 })
    const found = await team.client.get(`${base()}/applications?search=celik`)
    expect(listAt(found.body, 'items').map((item) => at(item, 'name'))).toEqual(['Zoë Çelik'])
    const one = await team.client.get(`${base()}/applications/${textAt(found.body, 'items.0.id')}`)
    expect(one.body).toMatchObject({
      email: 'Zoe.Celik+Comet@GoogleMail.com',
      step: 'confirmed',
      answers: [{ label: 'How would you travel?', answer: 'Bike' }],
    })
    const listed = await database.query<{ count: number }>('select count(*)::int as count from application_list')
    expect(listed[0]?.count).toBe(15)
  })

  it('shows those of one mailbox side by side, for the team to decide', async () => {
    const { body } = await team.client.get(`${base()}/duplicates`)
    const sets = listAt(body, 'items').map((set) =>
      listAt(set, 'applications')
        .map((one) => textAt(one, 'email'))
        .sort(),
    )
    expect(sets).toEqual(expect.arrayContaining([expect.arrayContaining(['d.ee+first@gmail.com', 'd.ee@gmail.com'])]))
    expect(sets).toEqual(expect.arrayContaining([expect.arrayContaining(['b.o@gmail.com', 'bo@gmail.com'])]))
  })

  it.each([
    ['zoe.celik+comet@googlemail.com', 'Zoe.Celik+Comet@GoogleMail.com'],
    ['d.ee+first@gmail.com', 'd.ee@gmail.com'],
    ['b.o@gmail.com', 'b.o@gmail.com'],
    ['noor.brink@outlook.com', 'Noor.Brink+comet@Outlook.com'],
  ])('mails a lost link of %s to the address as it was written then, %s', async (asked, written) => {
    expect((await app.client().post('/api/lost-links', { email: asked })).status).toBe(202)
    const { parsed } = await needed(app).mailTo(written, ({ parsed: { text } }) => /\/(me|confirm)\//.test(text ?? ''))
    expect(parsed.text).toContain('Night of the Comet')
  })

  it.each(['zoecelik+other@gmail.com', 'dee+third@gmail.com', 'd.ee@gmail.com', 'b.o+x@gmail.com'])(
    'recognizes whoever applies once more, now as %s',
    async (email) => {
      const answer = await app.client().post('/api/public/duinlicht/comet/applications', {
        name: 'Once more',
        email,
        answers: {},
        consent: true,
        locale: 'en',
        nonce: randomBytes(16).toString('hex'),
      })
      expect(answer.status).toBe(201)
      const [row] = await database.query<{ shadow: boolean }>(
        'select shadow_of is not null as shadow from applications where ticket_id = $1',
        [textAt(answer.body, 'ticketId')],
      )
      expect(row?.shadow).toBe(true)
    },
  )
})

function needed({ sink }: TestApp): NonNullable<TestApp['sink']> {
  if (!sink) throw new Error('Start the app with { smtp: true }.')
  return sink
}
