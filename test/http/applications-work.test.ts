import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { openEvent } from '../factories/drawn-event.js'
import { policyWith } from '../factories/policies.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let organizer: HttpClient
let reviewer: HttpClient
let event: PublishedEvent
let other: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  organizer = await inviteColleague(app, owner, 'organizer')
  reviewer = await inviteColleague(app, owner, 'reviewer')
  other = await openEvent(app, owner, 10, { title: 'An earlier evening' })
  const early = new Date('2027-05-03T12:00:00Z').toISOString()
  const policy = policyWith({
    pools: [
      { id: 'press', seats: 2, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: early },
      { id: 'crew', seats: 1, who: { kind: 'tag', tag: 'crew' }, called: null, closesAt: null },
      { id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null },
    ],
  })
  event = await openEvent(app, owner, 10, { policy })
  await insertConfirmedApplications(app.database, event.id, 450)
  await apply(app.client(), owner, event, { email: 'sanne@example.org' })
  await apply(app.client(), owner, other, { email: 'Sanne@example.org', name: 'Sanne V.' })
  await app.settled()
}, 240_000)
afterAll(() => app?.close())

const base = (of = event) => `/api/organizations/${owner.slug}/events/${of.id}`
const idOf = async (search: string, of = event) =>
  textAt((await owner.client.get(`${base(of)}/applications?search=${search}`)).body, 'items.0.id')

describe('notes of the team', () => {
  const notes = async () => `${base()}/applications/${await idOf('sanne')}/notes`

  it('are read by organizers, changed and taken away by whoever wrote them', async () => {
    const path = await notes()
    const written = await owner.client.post(path, { text: 'Knows the lighthouse keeper.\nAsk her.' })
    expect(written.status).toBe(201)
    expect(listAt((await organizer.get(path)).body, 'items')).toMatchObject([
      { text: 'Knows the lighthouse keeper.\nAsk her.', own: false, changedAt: null },
    ])
    const note = `${path}/${textAt(written.body, 'items.0.id')}`
    expect((await organizer.patch(note, { text: 'Mine now' })).status).toBe(403)
    expect((await organizer.delete(note)).status).toBe(403)
    expect((await owner.client.patch(note, { text: 'Knows two keepers.' })).body).toMatchObject({
      items: [{ text: 'Knows two keepers.', own: true, changedAt: expect.any(String) }],
    })
    expect((await owner.client.delete(note)).body).toEqual({ items: [] })
    expect((await owner.client.delete(note)).status).toBe(404)
  })

  it('are nothing for those who review without names, for the door and for strangers', async () => {
    const path = await notes()
    const stranger = await signUp(app.client())
    for (const client of [reviewer, stranger.client]) {
      expect([403, 404]).toContain((await client.get(path)).status)
      expect([403, 404]).toContain((await client.post(path, { text: 'Hello' })).status)
    }
    expect((await app.client().get(path)).status).toBe(401)
    expect((await owner.client.get(path.replace(event.id, other.id))).status).toBe(404)
  })

  it('refuse what is no text, and take anything else as text', async () => {
    const path = await notes()
    for (const text of ['', '   ', 'x'.repeat(2001), 7, null, 'a\0b'])
      expect([400, 422]).toContain((await owner.client.post(path, { text })).status)
    const hostile = '<img src=x onerror=alert(1)> \u202e {{name}} %s'
    const written = await owner.client.post(path, { text: hostile })
    expect(written.status === 201 ? textAt(written.body, 'items.0.text') : 'refused').toMatch(/^refused$|<img src=x onerror=alert\(1\)>/)
  })
})

describe('what lies behind an application', () => {
  it('is the same address at other events, and what the team did', async () => {
    const id = await idOf('sanne')
    await owner.client.put(`${base()}/applications/${id}/tags`, { tags: ['crew'] })
    const { body } = await owner.client.get(`${base()}/applications/${id}/story`)
    expect(listAt(body, 'acts').map((act) => at(act, 'action'))).toContain('application.tagged')
    const there = await owner.client.get(`${base(other)}/applications/${await idOf('sanne', other)}/story`)
    const others = listAt(there.body, 'others')
    expect(others).toMatchObject([{ eventId: event.id, eventTitle: 'Night of the Comet', step: 'received', rank: null, checkedInAt: null }])
    expect((await reviewer.get(`${base()}/applications/${id}/story`)).status).toBe(403)
    await owner.client.put(`${base()}/applications/${id}/tags`, { tags: [] })
  })
})

describe('saved views', () => {
  const views = (of = event) => `${base(of)}/application-views`
  const list = { step: 'confirmed', search: 'Leiden', sort: 'name', column: ['country'] }

  it('are one’s own until they are shared, and only their maker changes them', async () => {
    const saved = await owner.client.post(views(), { name: 'Leiden first', shared: false, list })
    expect(saved.status).toBe(201)
    expect(listAt(saved.body, 'items')).toMatchObject([{ name: 'Leiden first', own: true, ofEvent: false, list }])
    expect((await organizer.get(views())).body).toEqual({ items: [] })
    const view = `${views()}/${textAt(saved.body, 'items.0.id')}`
    expect((await organizer.put(view, { name: 'Taken', shared: true, list })).status).toBe(404)
    expect((await owner.client.put(view, { name: 'Leiden, all', shared: true, list })).status).toBe(200)
    expect(listAt((await organizer.get(views())).body, 'items')).toMatchObject([{ name: 'Leiden, all', own: false, shared: true }])
    expect((await organizer.put(view, { name: 'Taken', shared: true, list })).status).toBe(403)
    expect((await organizer.delete(view)).status).toBe(403)
    expect((await owner.client.delete(view)).body).toEqual({ items: [] })
  })

  it('belong to their event when they name a question, a pool or a tag of it, and fit every event otherwise', async () => {
    await owner.client.post(views(), { name: 'Everywhere', shared: true, list: { fan: 'returning' } })
    await owner.client.post(views(), { name: 'Here', shared: true, list: { answer: [`${event.questionIds[0]}=Leiden`] } })
    const names = ({ body }: Answer) => listAt(body, 'items').map((item) => textAt(item, 'name'))
    expect(names(await owner.client.get(views()))).toEqual(['Everywhere', 'Here'])
    expect(names(await owner.client.get(views(other)))).toEqual(['Everywhere'])
  })

  it('refuse a list that no list could be', async () => {
    for (const wrong of [{ step: 'dancing' }, { sort: 'random' }, { answer: 'x'.repeat(300) }, { fan: 7 }])
      expect((await owner.client.post(views(), { name: 'Wrong', shared: true, list: wrong })).status).toBe(400)
    expect((await owner.client.post(views(), { name: '', shared: true, list: {} })).status).toBe(400)
    expect((await reviewer.get(views())).status).toBe(403)
  })
})

describe('one tag for many', () => {
  const ask = (body: object, client = owner.client) => client.post(`${base()}/taggings`, body)
  const tagged = async (tag: string) => {
    const { body } = await owner.client.get(`${base()}/application-count?tag=${tag}`)
    return at(body, 'count')
  }

  it('goes to everybody whom a filter finds, is noted for each, and can be taken back', async () => {
    const asked = await ask({ tag: 'crew', present: true, filter: { search: 'rush.example', step: 'confirmed' } })
    expect(asked.status).toBe(201)
    expect(asked.body).toMatchObject({ tag: 'crew', expected: 450 })
    await app.settled()
    const after = await owner.client.get(`${base()}/taggings/${textAt(asked.body, 'id')}`)
    expect(after.body).toMatchObject({ state: 'done', lookedAt: 450, changed: 450, leftOut: 0 })
    expect(await tagged('crew')).toBe(450)
    const [audit] = await app.database.query<{ one: number; all: number }>(
      `select count(*) filter (where action = 'application.tagged' and after -> 'tags' ? 'crew' and before -> 'tags' = '[]')::int as one,
         count(*) filter (where action = 'applications.tagged')::int as all from audit_log where event_id = $1`,
      [event.id],
    )
    expect([audit?.one ?? 0, audit?.all]).toEqual([451, 1])
    await ask({ tag: 'crew', present: false, filter: { tag: 'crew' } })
    await app.settled()
    expect(await tagged('crew')).toBe(0)
  }, 60_000)

  it('goes to those who were chosen, and to nobody of another event', async () => {
    const ids = [await idOf('fan1@'), await idOf('fan2@'), await idOf('sanne', other)]
    await ask({ tag: 'guide', present: true, applicationIds: ids })
    await app.settled()
    expect(await tagged('guide')).toBe(2)
    const [row] = await app.database.query<{ tags: string[] }>('select tags from applications where id = $1', [ids[2]])
    expect(row?.tags).toEqual([])
  })

  it('leaves out who has twenty tags already', async () => {
    const id = await idOf('fan3@')
    const twenty = Array.from({ length: 20 }, (_, index) => `word${index}`)
    await owner.client.put(`${base()}/applications/${id}/tags`, { tags: twenty })
    const asked = await ask({ tag: 'guide', present: true, applicationIds: [id] })
    await app.settled()
    expect((await owner.client.get(`${base()}/taggings/${textAt(asked.body, 'id')}`)).body).toMatchObject({
      state: 'done',
      changed: 0,
      leftOut: 1,
    })
  })

  it('refuses what is no tag, who may not, and a pool or an event that has closed', async () => {
    for (const tag of ['Press!', '', '-', 'x'.repeat(17), 7]) expect((await ask({ tag, present: true })).status).toBe(400)
    expect((await ask({ tag: 'crew', present: true, applicationIds: ['x'] })).status).toBe(400)
    expect((await ask({ tag: 'crew', present: true, filter: { pool: 'nowhere' } })).status).toBe(400)
    expect((await ask({ tag: 'crew', present: true }, reviewer)).status).toBe(403)
    await app.moveTo('2027-05-03T12:00:01Z')
    const late = await ask({ tag: 'press', present: true })
    expect([late.status, textAt(late.body, 'errors.0.path')]).toEqual([422, 'tag'])
    expect((await ask({ tag: 'crew', present: true, applicationIds: [await idOf('fan5@')] })).status).toBe(201)
    await app.moveTo(event.closesAt)
    expect((await ask({ tag: 'crew', present: true })).status).toBe(409)
  }, 60_000)
})
