import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type AlikeEvent, alikeEvent, setsIn, type Somebody } from '../factories/alike.js'
import { bearer } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { publicDraw, roundTime, subjectsTo } from '../factories/fans.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, type HttpClient, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let organizer: HttpClient
let reviewer: HttpClient

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  organizer = await inviteColleague(app, owner, 'organizer')
  reviewer = await inviteColleague(app, owner, 'reviewer')
}, 120_000)
afterAll(() => app?.close())

const born = '1990-04-01'
let count = 0
const mail = () => `${String.fromCharCode(97 + (count++ % 26))}${'x'.repeat(Math.floor(count / 26))}@place${'y'.repeat(count)}.example`

/** An event with people who share a name and a birthday. */
async function withPeople(...people: Partial<Somebody>[]): Promise<{ alike: AlikeEvent; ids: string[] }> {
  const alike = await alikeEvent(app, owner)
  const ids: string[] = []
  for (const who of people) ids.push(await alike.came({ email: mail(), born, ...who }))
  return { alike, ids }
}

const sets = async ({ base }: AlikeEvent, show = 'open') => setsIn(await owner.client.get(`${base}/duplicates?show=${show}`))
const setId = async ({ base }: AlikeEvent) => textAt((await owner.client.get(`${base}/duplicates`)).body, 'items.0.id')
const aside = ({ base }: AlikeEvent, applicationIds: readonly string[], reason = 'duplicate', note?: string, client = owner.client) =>
  client.post(`${base}/set-asides`, { applicationIds, reason, ...(note && { note }) })
const detail = async ({ base }: AlikeEvent, id: string) => (await owner.client.get(`${base}/applications/${id}`)).body
const actsOf = async ({ base }: AlikeEvent, id: string) =>
  listAt((await owner.client.get(`${base}/applications/${id}/story`)).body, 'acts').map((act) => at(act, 'action'))
const undo = async ({ base }: AlikeEvent, answer: { body: unknown }, client = owner.client) =>
  client.post(`${base}/judgements/${textAt(answer.body, 'items.0.id')}/undo`)

describe('keeping people apart', () => {
  it('takes their set away until somebody new joins it, and can be taken back', async () => {
    const { alike, ids } = await withPeople({}, {})
    const kept = await owner.client.post(`${alike.base}/duplicates/${await setId(alike)}/keep`, { note: 'Mother and daughter.' })
    expect(kept).toMatchObject({ status: 201, body: { items: [{ kind: 'kept', note: 'Mother and daughter.', size: 2, undoneAt: null }] } })
    expect(await sets(alike)).toEqual([])
    expect(await sets(alike, 'kept')).toEqual([ids])
    expect(await actsOf(alike, ids[0] ?? '')).toContain('application.kept')
    const third = await alike.came({ email: mail(), born })
    expect(await sets(alike)).toEqual([[...ids, third]])
    await aside(alike, [third])
    expect(await sets(alike)).toEqual([])
    expect((await undo(alike, kept)).status).toBe(200)
    expect(await sets(alike)).toEqual([ids])
  })

  it('asks for a reason', async () => {
    const { alike } = await withPeople({}, {})
    const path = `${alike.base}/duplicates/${await setId(alike)}/keep`
    for (const body of [{}, { note: '' }, { note: 7 }]) expect([400, 422]).toContain((await owner.client.post(path, body)).status)
    expect((await reviewer.post(path, { note: 'They are two.' })).status).toBe(403)
  })
})

describe('setting aside', () => {
  it('tells whoever confirmed and nobody else, stands on the personal page, and can be taken back', async () => {
    const known = mail()
    const silent = mail()
    const { alike, ids } = await withPeople({}, { email: known, confirmed: true }, { email: silent })
    const done = await aside(alike, ids.slice(1), 'duplicate', 'We kept your first one.')
    expect(done).toMatchObject({ status: 201, body: { items: [{ kind: 'set-aside', reason: 'duplicate', size: 2 }] } })
    const { parsed } = await app.sink!.mailTo(known, ({ parsed: { subject } }) => /set aside/.test(subject ?? ''))
    expect(parsed.text).toContain('We kept your first one.')
    expect(await sets(alike)).toEqual([])
    expect(await detail(alike, ids[1] ?? '')).toMatchObject({
      step: 'setAside',
      putAside: { reason: 'duplicate', note: 'We kept your first one.' },
    })
    const link = /\/me\/([\w-]+)/.exec(parsed.text ?? '')?.[1] ?? ''
    const page = await app.client().get('/api/me', bearer(link))
    expect(page.body).toMatchObject({ step: 'setAside', putAside: { reason: 'duplicate', note: 'We kept your first one.' } })
    expect((await undo(alike, done)).status).toBe(200)
    expect((await undo(alike, done)).status).toBe(409)
    await app.sink!.mailTo(known, ({ parsed: { subject } }) => /takes part again/.test(subject ?? ''))
    await app.settled()
    expect(subjectsTo(app, { email: silent }).filter((subject) => /set aside|again/.test(subject))).toEqual([])
    expect(await sets(alike)).toEqual([ids])
    expect(await actsOf(alike, ids[1] ?? '')).toEqual(expect.arrayContaining(['application.set-aside', 'application.judged-undone']))
  })

  it('refuses what cannot be', async () => {
    const { alike, ids } = await withPeople({}, {})
    const [first = '', second = ''] = ids
    const { alike: elsewhere } = await withPeople({})
    expect((await aside(alike, [])).status).toBe(422)
    expect((await aside(alike, [first], 'other')).status).toBe(422)
    expect((await aside(alike, [first], 'ugly')).status).toBe(400)
    expect((await aside(alike, ids)).status).toBe(409)
    expect((await aside(elsewhere, [first])).status).toBe(404)
    expect((await aside(alike, [first], 'ineligible', undefined, reviewer)).status).toBe(403)
    expect((await aside(alike, [first], 'ineligible')).status).toBe(201)
    expect((await aside(alike, [first, second], 'ineligible')).status).toBe(409)
    expect(await detail(alike, second)).toMatchObject({ step: 'received', putAside: null })
  })

  it('leaves one of a pair when two organizers set aside a different one at the same moment', async () => {
    const { alike, ids } = await withPeople({}, {})
    const fromSet = { setId: await setId(alike), reason: 'duplicate' }
    const answers = await Promise.all(
      [owner.client, organizer].map((client, index) =>
        client.post(`${alike.base}/set-asides`, { ...fromSet, applicationIds: [ids[index]] }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const left = await app.database.query('select from applications where id = any($1::uuid[]) and set_aside_at is null', [ids])
    expect(left).toHaveLength(1)
    const late = await organizer.post(`${alike.base}/set-asides`, { ...fromSet, applicationIds: ids })
    expect(late.status).toBe(409)
  })
})

describe('merging', () => {
  it('lets one stay with the answers and tags that it takes over, and gives back what nobody changed since', async () => {
    const { alike, ids } = await withPeople({ city: 'Leiden', confirmed: true }, { city: 'Gent', instagram: '@sanne' })
    const [stays = '', other = ''] = ids
    const [from = '', , instagram = ''] = alike.event.questionIds
    await owner.client.put(`${alike.base}/applications/${stays}/tags`, { tags: ['crew'] })
    await owner.client.put(`${alike.base}/applications/${other}/tags`, { tags: ['press'] })
    const merged = await owner.client.post(`${alike.base}/merges`, {
      staysId: stays,
      asideIds: [other],
      answers: [from, instagram].map((questionId) => ({ questionId, applicationId: other })),
      note: 'You wrote twice.',
    })
    expect(merged).toMatchObject({
      status: 201,
      body: {
        items: [
          {
            kind: 'merged',
            reason: 'duplicate',
            applications: [
              { id: stays, role: 'stays' },
              { id: other, role: 'aside' },
            ],
          },
        ],
      },
    })
    const kept = await detail(alike, stays)
    expect(kept).toMatchObject({ step: 'confirmed', tags: ['crew', 'press'] })
    expect(listAt(kept, 'answers').map((answer) => at(answer, 'answer'))).toEqual(['Gent', born, '@sanne@instagram.com'])
    expect(await detail(alike, other)).toMatchObject({ step: 'setAside' })
    await app.database.query(`update applications set answers = answers || jsonb_build_object($2::text, 'Delft') where id = $1`, [
      stays,
      from,
    ])
    expect((await undo(alike, merged, organizer)).status).toBe(200)
    const back = await detail(alike, stays)
    expect(back).toMatchObject({ tags: ['crew'] })
    expect(listAt(back, 'answers').map((answer) => at(answer, 'answer'))).toEqual(['Delft', born, null])
    expect(await detail(alike, other)).toMatchObject({ step: 'received', tags: ['press'] })
    expect(await actsOf(alike, stays)).toContain('application.merged')
  })

  it('leaves the group of the one that stays as it is', async () => {
    const { alike, ids } = await withPeople({}, {}, { born: '1985-05-05', name: 'Joost Bakker' })
    const [stays = '', other = '', friend = ''] = ids
    await app.database.query(
      `insert into application_groups (id, organization_id, event_id, token_hash, created_at)
       select gen_random_uuid(), organization_id, event_id, decode(md5(id::text), 'hex'), received_at from applications where id = $1`,
      [stays],
    )
    await app.database.query(
      `update applications set group_id = (select id from application_groups where event_id = $1), group_joined_at = received_at where id = any($2::uuid[])`,
      [alike.event.id, [stays, friend]],
    )
    expect((await owner.client.post(`${alike.base}/merges`, { staysId: stays, asideIds: [other], answers: [] })).status).toBe(201)
    expect(await detail(alike, stays)).toMatchObject({ together: ['Joost Bakker'] })
  })

  it('refuses itself, strangers, and answers that nobody gave', async () => {
    const { alike, ids } = await withPeople({}, {})
    const [staysId = '', other = ''] = ids
    const { ids: foreign } = await withPeople({})
    const merge = async (changes: object) =>
      (await owner.client.post(`${alike.base}/merges`, { staysId, asideIds: [other], answers: [], ...changes })).status
    expect(await merge({ asideIds: [] })).toBe(422)
    expect(await merge({ asideIds: [staysId] })).toBe(422)
    expect(await merge({ asideIds: foreign })).toBe(404)
    expect(await merge({ answers: [{ questionId: alike.event.questionIds[0], applicationId: other }] })).toBe(422)
    expect(await merge({ answers: [{ questionId: other, applicationId: other }] })).toBe(422)
    expect(await merge({ answers: [{ questionId: 7 }] })).toBe(400)
  })
})

describe('one mailbox, several applications', () => {
  it('leaves the first that was confirmed, and never touches whoever only shares a name and a birthday', async () => {
    const { alike, ids } = await withPeople({ confirmed: true }, ...Array.from({ length: 12 }, () => ({})))
    const twice = [
      await alike.came({ email: 'san.ne@gmail.com', name: 'A' }),
      await alike.came({ email: 'zoe@gmail.com', name: 'B', confirmed: true }),
    ]
    const third = await alike.came({ email: 'joost@example.org', name: 'C' })
    // As applications stand that came before addresses were compared by their mailbox.
    await app.database.query(`update applications set email_key = 'zoe+1@gmail.com' where id = $1`, [twice[0]])
    await app.database.query(`update applications set email_key = 'zo.e@gmail.com' where id = $1`, [third])
    await sets(alike)
    const preview = await owner.client.get(`${alike.base}/same-mailbox`)
    expect(preview.body).toEqual({ mailboxes: 1, applications: 2 })
    const done = await owner.client.post(`${alike.base}/same-mailbox`, {})
    expect(done).toMatchObject({ status: 201, body: { items: [{ kind: 'set-aside', reason: 'duplicate', size: 2 }] } })
    const out = await app.database.query<{ id: string }>('select id from applications where event_id = $1 and set_aside_at is not null', [
      alike.event.id,
    ])
    expect(out.map(({ id }) => id).toSorted()).toEqual([twice[0], third].toSorted())
    expect(await sets(alike)).toMatchObject([ids.slice(0, 4)])
    expect((await owner.client.post(`${alike.base}/same-mailbox`, {})).status).toBe(409)
    expect((await undo(alike, done)).status).toBe(200)
    expect((await owner.client.get(`${alike.base}/same-mailbox`)).body).toEqual({ mailboxes: 1, applications: 2 })
  })
})

describe('after the freeze', () => {
  it('the reason stands beside the ticket in a bundle that verifies, and nothing can be decided or taken back', async () => {
    const people = [{ confirmed: true }, { confirmed: true }, { confirmed: true, born: '1980-01-01' }]
    const { alike, ids } = await withPeople(...people)
    const [first = '', second = '', other = ''] = ids
    const done = await aside(alike, [second])
    await aside(alike, [other], 'house-rules')
    const [ticket] = await app.database.query<{ ticket_id: string }>('select ticket_id from applications where id = $1', [second])
    await app.moveTo(alike.event.closesAt)
    await app.moveTo(await roundTime(app, owner, alike.event))
    const excluded = listAt(JSON.parse((await publicDraw(app, owner, alike.event, '/bundle.json')).text), 'bundle.excluded')
    expect(excluded).toContain(`${ticket?.ticket_id} duplicate`)
    expect(excluded.filter((line) => String(line).endsWith(' house-rules'))).toHaveLength(1)
    await verifyDraw(app, owner, alike.event)
    expect((await aside(alike, [first], 'ineligible')).status).toBe(409)
    expect((await undo(alike, done)).status).toBe(409)
    expect((await owner.client.post(`${alike.base}/merges`, { staysId: first, asideIds: [second], answers: [] })).status).toBe(409)
    expect((await owner.client.post(`${alike.base}/same-mailbox`, {})).status).toBe(409)
    expect((await owner.client.get(`${alike.base}/duplicates`)).body).toMatchObject({ open: false })
  })
})
