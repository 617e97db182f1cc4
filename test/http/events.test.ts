import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inviteColleague } from '../factories/colleague.js'
import { type Drafts, draftsOf, fieldsOf } from '../factories/drafts.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = '2027-04-01T10:00:00Z'
let app: TestApp
let owner: SignedUp
let drafts: Drafts

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  drafts = draftsOf(owner)
})

afterAll(() => app?.close())

describe('a new event', () => {
  it('is a draft with good dates and a survey', async () => {
    const answer = await owner.client.post(drafts.path, { title: 'Sterren kijken', timeZone: 'America/New_York' })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        slug: 'sterren-kijken',
        phase: 'draft',
        version: 1,
        opensAt: '2027-04-02T13:00:00.000Z',
        closesAt: '2027-04-10T00:00:00.000Z',
        answerBy: '2027-04-15T00:00:00.000Z',
        startsAt: '2027-05-01T22:00:00.000Z',
        endsAt: '2027-05-02T03:00:00.000Z',
        questions: [],
        hosts: [],
        locked: [],
        cover: null,
      },
    })
    expect(listAt(answer.body, 'surveyQuestions')).toHaveLength(3)
    expect(listAt(answer.body, 'missing')).toEqual(['story', 'hashtag', 'venueName', 'venueAddress', 'venueCity', 'hostIds'])
  })

  it('keeps its survey in its own language until somebody has changed it', async () => {
    const id = await drafts.draft('Sterren tellen')
    const survey = async (): Promise<unknown[]> => listAt((await owner.client.get(`${drafts.path}/${id}`)).body, 'surveyQuestions')
    const labels = async () => (await survey()).map((question) => textAt(question, 'label'))
    const ids = async () => (await survey()).map((question) => textAt(question, 'id'))
    const [english, before] = [await labels(), await ids()]
    await drafts.change(id, { locale: 'nl' })
    expect((await labels())[0]).toBe('Hoe vond je het?')
    expect(await ids()).toEqual(before)
    await drafts.change(id, { locale: 'en' })
    expect(await labels()).toEqual(english)
    const [first, ...others] = await survey()
    await drafts.change(id, { surveyQuestions: [{ ...(first as object), label: 'And?' }, ...others] })
    await drafts.change(id, { locale: 'nl' })
    expect(await labels()).toEqual(['And?', ...english.slice(1)])
  })

  it('gets an address of its own beside another with its title', async () => {
    const slugs = await Promise.all(
      Array.from({ length: 5 }, async () => textAt((await owner.client.post(drafts.path, { title: 'Open dag' })).body, 'slug')),
    )
    expect([...slugs].sort()).toEqual(['open-dag', 'open-dag-2', 'open-dag-3', 'open-dag-4', 'open-dag-5'])
  })

  it.each([
    [{}, ['title']],
    [{ title: '' }, ['title']],
    [{ title: 7 }, ['title']],
    [{ title: 'x'.repeat(121) }, ['title']],
    [{ title: 'Night\u0007' }, ['title']],
    [{ title: 'Night', timeZone: 'Mars/Olympus' }, ['timeZone']],
    [{ title: 'Night', organizationId: 'x' }, ['organizationId']],
  ])('is refused as %j', async (body, paths) => {
    const answer = await owner.client.post(drafts.path, body)
    expect(answer.status).toBe(400)
    expect(fieldsOf(answer)).toEqual(paths)
  })

  it('can be thrown away while it is a draft', async () => {
    const id = await drafts.draft()
    expect((await owner.client.delete(`${drafts.path}/${id}`)).status).toBe(204)
    expect((await owner.client.get(`${drafts.path}/${id}`)).status).toBe(404)
  })
})

describe('publishing', () => {
  it('names everything that is missing, in the language of the reader', async () => {
    const answer = await owner.client.post(`${drafts.path}/${await drafts.draft()}/publication`, undefined, {
      headers: { 'accept-language': 'nl-NL' },
    })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(['story', 'hashtag', 'venueName', 'venueAddress', 'venueCity', 'hostIds'])
    expect(answer.text).toContain('Vertel het verhaal')
  })

  it('gives the event its public page, and before that there is none', async () => {
    const id = await drafts.draft('Zomernacht')
    expect((await app.client().get(`/api/public/${owner.slug}/zomernacht`)).status).toBe(404)
    expect((await app.client().get(`/${owner.slug}/zomernacht`)).status).toBe(404)
    expect((await app.client().get(`/${owner.slug}/zomernacht/card.png`)).status).toBe(404)
    expect((await owner.client.get(`${drafts.path}/${id}/preview`)).body).toMatchObject({ title: 'Zomernacht', phase: 'draft' })
    const event = await publishEvent(owner, { title: 'Lentenacht', now: new Date(start) })
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({
      title: 'Lentenacht',
      phase: 'announced',
      capacity: 10,
      pools: [{ id: 'open', seats: 10, tag: null }],
      draw: { state: 'none', round: null, applications: null },
      hosts: [{ name: 'Mirjam de Vries' }],
      agenda: [{ title: 'Doors, badges, soup' }],
    })
  })

  it('shows the public neither reply addresses nor the survey', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    const { text } = await app.client().get(`/api/public/${owner.slug}/${event.slug}`)
    expect(text).not.toContain('mirjam@duinlicht.example')
    expect(text).not.toContain('surveyQuestions')
  })

  it('happens once', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    expect((await owner.client.post(`${drafts.path}/${event.id}/publication`)).status).toBe(409)
    expect((await owner.client.delete(`${drafts.path}/${event.id}`)).status).toBe(409)
  })

  it('refuses an event whose applications would be closed already', async () => {
    const id = await drafts.draft()
    await drafts.change(id, { opensAt: '2027-03-01T10:00:00Z', closesAt: '2027-03-20T10:00:00Z' })
    expect(fieldsOf(await owner.client.post(`${drafts.path}/${id}/publication`))).toContain('closesAt')
  })
})

describe('cancelling', () => {
  it('asks for the title, and then stands on the page for good', async () => {
    const event = await publishEvent(owner, { title: 'Afgelast', now: new Date(start) })
    const url = `${drafts.path}/${event.id}/cancellation`
    expect(fieldsOf(await owner.client.post(url, { reason: 'Storm.', confirmTitle: 'afgelast?' }))).toEqual(['confirmTitle'])
    expect(fieldsOf(await owner.client.post(url, { reason: '', confirmTitle: 'Afgelast' }))).toEqual(['reason'])
    expect(await owner.client.post(url, { reason: 'Storm.\nStay home.', confirmTitle: 'Afgelast' })).toMatchObject({
      status: 200,
      body: { phase: 'cancelled', cancelReason: 'Storm.\nStay home.' },
    })
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).body).toMatchObject({
      phase: 'cancelled',
      cancelReason: 'Storm.\nStay home.',
    })
    expect((await owner.client.post(url, { reason: 'Again', confirmTitle: 'Afgelast' })).status).toBe(409)
    expect((await drafts.change(event.id, { title: 'Back' })).status).toBe(409)
  })

  it('is not for drafts', async () => {
    expect(
      (await owner.client.post(`${drafts.path}/${await drafts.draft('Draft')}/cancellation`, { reason: 'x', confirmTitle: 'Draft' }))
        .status,
    ).toBe(409)
  })
})

describe('a duplicate', () => {
  it('is a draft with the same content, hours of the clock, and dates to come', async () => {
    const event = await publishEvent(owner, {
      title: 'Winternacht',
      now: new Date(start),
      changes: {
        opensAt: '2027-10-01T07:00:00Z',
        closesAt: '2027-10-20T18:00:00Z',
        answerBy: '2027-11-01T19:00:00Z',
        startsAt: '2027-12-01T17:00:00Z',
        endsAt: '2027-12-01T22:00:00Z',
      },
    })
    const copy = await owner.client.post(`${drafts.path}/${event.id}/duplicate`)
    expect(copy).toMatchObject({
      status: 201,
      body: {
        title: 'Winternacht',
        slug: 'winternacht-2',
        phase: 'draft',
        version: 1,
        publishedAt: null,
        opensAt: '2027-04-02T07:00:00.000Z',
        startsAt: '2027-06-02T16:00:00.000Z',
        hosts: [{ name: 'Mirjam de Vries' }],
        agenda: [{ title: 'Doors, badges, soup' }],
      },
    })
    const ids = listAt(copy.body, 'questions').map((question) => textAt(question, 'id'))
    expect(ids).toHaveLength(3)
    expect(ids.some((id) => event.questionIds.includes(id))).toBe(false)
    expect((await owner.client.post(`${drafts.path}/${textAt(copy.body, 'id')}/publication`)).status).toBe(200)
  })
})

describe('the list of events', () => {
  it('comes in pages that miss and repeat nothing', async () => {
    const many = await signUp(app.client())
    const url = `/api/organizations/${many.slug}/events`
    const ids = await Promise.all(
      Array.from({ length: 53 }, async (_, n) => textAt((await many.client.post(url, { title: `Event ${n}` })).body, 'id')),
    )
    const first = await many.client.get(url)
    expect(listAt(first.body, 'items')).toHaveLength(50)
    const second = await many.client.get(`${url}?cursor=${textAt(first.body, 'nextCursor')}`)
    expect(at(second.body, 'nextCursor')).toBeNull()
    const seen = [...listAt(first.body, 'items'), ...listAt(second.body, 'items')].map((item) => textAt(item, 'id'))
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  it.each(['x', '', 'eyJ9', 'a&cursor=b', encodeURIComponent("' or 1=1 --")])('refuses the cursor %s', async (cursor) => {
    expect((await owner.client.get(`${drafts.path}?cursor=${cursor}`)).status).toBe(400)
  })
})

describe('who may do what', () => {
  it.each([
    ['organizer', { see: 200, create: 201, publish: 422, remove: 204 }],
    ['reviewer', { see: 200, create: 403, publish: 403, remove: 403 }],
    ['moderator', { see: 200, create: 403, publish: 403, remove: 403 }],
    ['door', { see: 200, create: 403, publish: 403, remove: 403 }],
  ] as const)('%s', async (role, expected) => {
    const client = await inviteColleague(app, owner, role)
    const id = await drafts.draft()
    expect({
      see: (await client.get(`${drafts.path}/${id}`)).status,
      create: (await client.post(drafts.path, { title: 'Mine' })).status,
      publish: (await client.post(`${drafts.path}/${id}/publication`)).status,
      remove: (await client.delete(`${drafts.path}/${id}`)).status,
    }).toEqual(expected)
  })

  it('every privileged act is on record', async () => {
    const id = await drafts.draft('On record')
    await drafts.change(id, { tagline: 'New' })
    await owner.client.delete(`${drafts.path}/${id}`)
    const rows = await app.database.query<{ action: string; user_id: string }>(
      'select action, user_id from audit_log where event_id = $1 order by at, id',
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['event.created', 'event.changed', 'event.deleted'])
    expect(rows.every((row) => row.user_id === owner.userId)).toBe(true)
  })
})
