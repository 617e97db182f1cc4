import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { thanksTime } from '../../apps/api/src/followup/index.js'
import { applyAndConfirm, apply, bearer } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, type HttpClient, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-03-01T10:15:00Z')
const minute = 60_000
const hour = 60 * minute

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
const tokens: string[] = []

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { name: 'Mirjam de Vries' })
}, 60_000)
afterAll(() => app?.close())

async function moveTo(instant: Date): Promise<void> {
  await app.moveTo(instant)
  await owner.client.post('/api/session', { email: owner.email, password })
}

async function home(client: HttpClient = owner.client, eventId = event.id): Promise<unknown> {
  const { status, body, text } = await client.get(`/api/organizations/${owner.slug}/events/${eventId}/home`)
  if (status !== 200) throw new Error(`The home did not open: ${status} ${text}`)
  return body
}

const headline = (page: unknown) => at(page, 'headline')
const action = (page: unknown) => [at(page, 'action.key'), at(page, 'action.values')]
const timeline = (page: unknown) => listAt(page, 'timeline').map((entry) => [at(entry, 'key'), at(entry, 'state')].join(' '))
const entryOf = (page: unknown, key: string) => listAt(page, 'timeline').find((entry) => at(entry, 'key') === key)
const funnel = (page: unknown) => Object.fromEntries(listAt(page, 'funnel').map((step) => [at(step, 'key'), at(step, 'count')]))

/** One story from the first draft to the thanks; the tests are its chapters, in order. */
describe('the home of an event', () => {
  it('of a draft says how much is missing', async () => {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Someday' })
    const page = await home(owner.client, textAt(draft.body, 'id'))
    const missing = numberAt(page, 'headline.values.missing')
    expect(at(page, 'headline.key')).toBe('draft')
    expect(missing).toBe(
      listAt((await owner.client.get(`/api/organizations/${owner.slug}/events/${textAt(draft.body, 'id')}`)).body, 'missing').length,
    )
    expect(action(page)).toEqual(['finishDraft', { missing }])
    expect(timeline(page).slice(0, 4)).toEqual(['created done', 'now now', 'published next', 'opens next'])
    expect(at(entryOf(page, 'created'), 'actor')).toBe('Mirjam de Vries')
  })

  it('when announced asks to tell people, and says who announced it', async () => {
    event = await publishEvent(owner, {
      now: await app.now(),
      capacity: 2,
      changes: { surveyQuestions: [{ type: 'rating', label: 'How was it?', required: true }] },
    })
    const page = await home()
    expect(headline(page)).toEqual({ key: 'announced', values: { at: event.opensAt.toISOString() } })
    expect(at(page, 'action')).toEqual({
      key: 'share',
      values: { at: event.closesAt.toISOString() },
      kind: 'copy',
      href: at(page, 'event.publicUrl'),
    })
    expect(at(page, 'event.publicUrl')).toBe(`${app.config.publicUrl}/${owner.slug}/${event.slug}`)
    expect(timeline(page)).toEqual([
      'created done',
      'published done',
      'now now',
      'opens next',
      'closes next',
      'frozen next',
      'drawn next',
      'invited next',
      'answers next',
      'starts next',
      'ends next',
      'thanked next',
    ])
    expect(at(entryOf(page, 'published'), 'actor')).toBe('Mirjam de Vries')
    expect(at(entryOf(page, 'invited'), 'values')).toEqual({ count: 2 })
    expect(at(page, 'seats')).toEqual([{ pool: 'open', seats: 2, pending: 0, accepted: 0 }])
    expect(funnel(page)).toEqual({ applied: 0, confirmed: 0, invited: 0, accepted: 0, came: 0, answered: 0 })
    expect(at(page, 'applications')).toEqual({ total: 0, confirmed: 0, lastHour: 0, perHour: [], lastAt: null })
  })

  it('while open counts applications by the hour, the quiet hours too', async () => {
    const first = new Date('2027-03-01T12:10:00Z')
    await moveTo(first)
    for (const email of ['one@example.org', 'two@example.org'])
      tokens.push((await applyAndConfirm(app, owner, event, { email })).personalToken)
    await moveTo(new Date(first.getTime() + 2 * hour))
    tokens.push((await applyAndConfirm(app, owner, event, { email: 'three@example.org' })).personalToken)
    await apply(app.client(), owner, event, { email: 'unconfirmed@example.org' })
    await apply(app.client(), owner, event, { email: 'one@example.org' })
    const page = await home()
    expect(headline(page)).toEqual({ key: 'open', values: { at: event.closesAt.toISOString() } })
    expect(at(page, 'applications')).toEqual({
      total: 4,
      confirmed: 3,
      lastHour: 2,
      perHour: [
        { at: '2027-03-01T12:00:00.000Z', count: 2 },
        { at: '2027-03-01T13:00:00.000Z', count: 0 },
        { at: '2027-03-01T14:00:00.000Z', count: 2 },
      ],
      lastAt: expect.stringMatching(/^2027-03-01T14:1/),
    })
    expect(at(page, 'event.applications')).toBe(4)
    expect(timeline(page).slice(2, 5)).toEqual(['opens done', 'now now', 'closes next'])
  })

  it('after the close waits for the round', async () => {
    await moveTo(new Date(event.closesAt.getTime() + minute))
    const page = await home()
    expect(at(page, 'headline.key')).toBe('closed')
    expect(action(page)).toEqual(['watch', { at: textAt(entryOf(page, 'drawn'), 'at') }])
    expect(new Date(textAt(entryOf(page, 'drawn'), 'at')).getTime()).toBeGreaterThanOrEqual(event.closesAt.getTime() + 10 * minute)
    expect(timeline(page).slice(3, 7)).toEqual(['closes done', 'frozen done', 'now now', 'drawn next'])
  })

  it('after the draw waits for answers, and then for the day', async () => {
    await moveTo(new Date(event.closesAt.getTime() + hour))
    const drawn = await home()
    expect(headline(drawn)).toEqual({ key: 'answers', values: { at: event.answerBy.toISOString() } })
    expect(action(drawn)).toEqual(['answers', { pending: 2, at: event.answerBy.toISOString() }])
    expect(at(drawn, 'seats')).toEqual([{ pool: 'open', seats: 2, pending: 2, accepted: 0 }])
    expect(at(entryOf(drawn, 'invited'), 'values')).toEqual({ count: 2 })

    for (const token of tokens) await app.client().post('/api/me/answer', { answer: 'accept' }, bearer(token))
    const answered = await home()
    expect(headline(answered)).toEqual({ key: 'coming', values: { accepted: 2, at: event.startsAt.toISOString() } })
    expect(action(answered)).toEqual(['prepare', { at: event.startsAt.toISOString() }])
    expect(at(answered, 'seats')).toEqual([{ pool: 'open', seats: 2, pending: 0, accepted: 2 }])
    expect(funnel(answered)).toEqual({ applied: 4, confirmed: 3, invited: 2, accepted: 2, came: 0, answered: 0 })
  })

  it('shows reviewers the same figures and no action that is not theirs', async () => {
    const reviewer = await inviteColleague(app, owner, 'reviewer')
    const page = await home(reviewer)
    expect(funnel(page)).toEqual(funnel(await home()))
    expect(at(page, 'action')).toBeNull()
    expect(timeline(page)).not.toContain('now now')
    const door = await inviteColleague(app, owner, 'door')
    expect((await door.get(`/api/organizations/${owner.slug}/events/${event.id}/home`)).status).toBe(403)
    const foreigner = await signUp(app.client())
    expect((await foreigner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/home`)).status).toBe(404)
    expect((await foreigner.client.get(`/api/organizations/${foreigner.slug}/events/${event.id}/home`)).status).toBe(404)
  })

  it('on the day opens the door', async () => {
    await moveTo(new Date(event.startsAt.getTime() - 2 * hour))
    expect(action(await home())).toEqual(['openDoor', { expected: 2 }])
    await moveTo(event.startsAt)
    const people = listAt((await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/attendees`)).body, 'items')
    await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/check-ins`, {
      applicationId: textAt(people[0], 'applicationId'),
    })
    const page = await home()
    expect([headline(page), action(page)]).toEqual([{ key: 'live', values: {} }, ['openDoor', { expected: 1 }]])
  })

  it('afterwards reads what people answered', async () => {
    await moveTo(thanksTime(event.endsAt, 'Europe/Amsterdam'))
    const before = await home()
    expect([headline(before), action(before)]).toEqual([
      { key: 'wrapped', values: { came: 1 } },
      ['readAnswers', { responses: 0, sent: 2 }],
    ])
    expect(timeline(before).at(-1)).toBe('now now')
    expect(
      timeline(before)
        .slice(0, -1)
        .every((entry) => entry.endsWith(' done')),
    ).toBe(true)

    for (const token of tokens) {
      const survey = await app.client().get('/api/me/survey', bearer(token))
      if (survey.status === 200)
        await app.client().post('/api/me/survey', { answers: { [textAt(survey.body, 'questions.0.id')]: '5' } }, bearer(token))
    }
    const after = await home()
    expect(funnel(after)).toEqual({ applied: 4, confirmed: 3, invited: 2, accepted: 2, came: 1, answered: 2 })
    expect(numberAt(after, 'action.values.responses')).toBe(2)
  })

  it('in the archive offers to do it again', async () => {
    await moveTo(new Date(event.endsAt.getTime() + 91 * 24 * hour))
    expect([headline(await home()), action(await home())]).toEqual([{ key: 'archived', values: {} }, ['duplicate', {}]])
  })

  it('of an event that was called off ends with that', async () => {
    const storm = await publishEvent(owner, { now: await app.now(), title: 'Storm' })
    await owner.client.post(`/api/organizations/${owner.slug}/events/${storm.id}/cancellation`, {
      reason: 'A storm.',
      confirmTitle: 'Storm',
    })
    const page = await home(owner.client, storm.id)
    expect([headline(page), at(page, 'action')]).toEqual([{ key: 'cancelled', values: {} }, null])
    expect(timeline(page)).toEqual(['created done', 'published done', 'cancelled done'])
    expect(at(entryOf(page, 'cancelled'), 'actor')).toBe('Mirjam de Vries')
  })
})
