import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inviteColleague } from '../factories/colleague.js'
import { answerInvitation, personalPage, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { Desk, enterWriters, finalAt, reviewedEvent, reviewPath, type WritingFan } from '../factories/reviews.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const signInAgain = () => owner.client.post('/api/session', { email: owner.email, password })
const bundleOf = async (event: PublishedEvent) => JSON.parse((await publicDraw(app, owner, event, '/bundle.json')).text) as unknown
const entriesOf = async (event: PublishedEvent) => listAt(await bundleOf(event), 'bundle.entries')
const excludedOf = async (event: PublishedEvent) => listAt(await bundleOf(event), 'bundle.excluded')
const stepOf = async (fan: WritingFan) => at((await personalPage(app, fan)).body, 'step')

/** An event at the end of its review: each fan got these points of the one reviewer, null for none. */
async function reviewed(points: readonly (number | null)[], rule: Parameters<typeof reviewedEvent>[2] = {}) {
  await signInAgain()
  const event = await reviewedEvent(app, owner, { reviewsEach: 1, ...rule })
  const fans = await enterWriters(app, owner, event, points.length)
  await app.moveTo(event.closesAt)
  await signInAgain()
  const desk = new Desk(await inviteColleague(app, owner, 'reviewer'), reviewPath(owner, event))
  await desk.readAll((story) => points[fans.findIndex((fan) => fan.story === story)] ?? null)
  const fan = (index: number): WritingFan => {
    const found = fans[index]
    if (!found) throw new Error(`There is no fan ${index}.`)
    return found
  }
  return { event, fan, desk }
}

const line = ({ ticketId }: WritingFan) => `${ticketId} 1 1 -`

describe('with a review', () => {
  it('the list freezes when the scores are final and not at the close, which stays the close', async () => {
    const { event, fan } = await reviewed([5, 5])
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'none' })
    expect(await stepOf(fan(0))).toBe('confirmed')
    await app.moveTo(new Date(finalAt(event).getTime() - 1000))
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'none' })
    // Whoever changes her mind meanwhile still can.
    expect((await withdraw(app, fan(1))).status).toBe(200)
    await app.moveTo(finalAt(event))
    const { body } = await publicDraw(app, owner, event)
    expect(body).toMatchObject({ state: 'committed', closesAt: finalAt(event).toISOString() })
    expect(at(await bundleOf(event), 'bundle.manifest.closesAt')).toBe(Math.ceil(finalAt(event).getTime() / 1000))
    expect(new Date(textAt(body, 'roundTime')).getTime()).toBeGreaterThanOrEqual(finalAt(event).getTime() + 600_000)
    expect(await entriesOf(event)).toEqual([line(fan(0))])
    expect(await excludedOf(event)).toEqual([`${fan(1).ticketId} withdrawn`])
  })

  it('says when it will be, on every page that tells', async () => {
    const { event, fan } = await reviewed([5])
    const page = await personalPage(app, fan(0))
    const next = listAt(page.body, 'next')
    expect(next.find((one) => at(one, 'key') === 'freeze')).toEqual({ key: 'freeze', at: finalAt(event).toISOString() })
    expect(next.find((one) => at(one, 'key') === 'draw')).toEqual({
      key: 'draw',
      at: new Date(finalAt(event).getTime() + 600_000).toISOString(),
    })
    const home = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/home`)
    const frozen = listAt(home.body, 'timeline').find((one) => at(one, 'key') === 'frozen')
    expect(at(frozen, 'at')).toBe(finalAt(event).toISOString())
    expect(at((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).body, 'freezesAt')).toBe(finalAt(event).toISOString())
  })

  it('the answers cannot be due before the draw that waits for the scores', async () => {
    await signInAgain()
    const event = await reviewedEvent(app, owner)
    const path = `/api/organizations/${owner.slug}/events/${event.id}`
    const { body } = await owner.client.get(path)
    const late = {
      policy: {
        ...(at(body, 'policy') as object),
        review: { ...(at(body, 'policy.review') as object), until: event.answerBy.toISOString() },
      },
    }
    const answer = await owner.client.patch(path, late, { headers: { 'if-match': `"${numberAt(body, 'version')}"` } })
    expect(answer.status).toBe(422)
    expect(at(answer.body, 'errors.0.path')).toBe('policy.review.until')
  })
})

describe('a threshold', () => {
  let event: PublishedEvent
  let fan: (index: number) => WritingFan
  beforeAll(async () => {
    ;({ event, fan } = await reviewed([3, 2, null, 5], { outcome: { kind: 'threshold', percent: 60 }, capacity: 1 }))
    await app.moveTo(finalAt(event))
  }, 60_000)

  it('lets into the draw who reaches it, and answers for every other ticket', async () => {
    expect(await entriesOf(event)).toEqual([line(fan(0)), line(fan(3))].sort())
    expect(await excludedOf(event)).toEqual([`${fan(1).ticketId} below-threshold`, `${fan(2).ticketId} not-reviewed`].sort())
    await verifyDraw(app, owner, event)
  })

  it('tells each of them on her own page, and no score', async () => {
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'notEntered', beside: 'below-threshold', next: [] })
    expect((await personalPage(app, fan(2))).body).toMatchObject({ step: 'notEntered', beside: 'not-reviewed' })
    expect(await stepOf(fan(0))).toBe('entered')
    for (const index of [0, 1, 2]) expect((await personalPage(app, fan(index))).text).not.toMatch(/points|percent|score_/)
    await signInAgain()
    const list = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/applications?step=notEntered`)
    expect(listAt(list.body, 'items')).toHaveLength(2)
  })

  it('writes to each of them, once, and to nobody else', async () => {
    await app.settled()
    const told = [0, 1, 2, 3].map((index) => subjectsTo(app, fan(index)).filter((subject) => /is not in the draw/.test(subject)).length)
    expect(told).toEqual([0, 1, 1, 0])
    const mail = await app.sink?.mailTo(fan(2).email, ({ parsed }) => /is not in the draw/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('Nobody read yours in time')
  })

  it('gives nobody a seat beside the draw', async () => {
    expect(at((await publicDraw(app, owner, event)).body, 'picked')).toBeNull()
    await app.moveTo(await roundTime(app, owner, event))
    expect([await stepOf(fan(0)), await stepOf(fan(3))].sort()).toEqual(['invited', 'waitlisted'])
    expect(await stepOf(fan(1))).toBe('notEntered')
    await verifyDraw(app, owner, event)
  })
})

describe('the best', () => {
  it('have seats beside the draw, and everybody else takes part in it', async () => {
    const { event, fan } = await reviewed([5, 4, 3, null], { outcome: { kind: 'top', seats: 2 }, capacity: 3 })
    await app.moveTo(finalAt(event))
    expect(await entriesOf(event)).toEqual([line(fan(2)), line(fan(3))].sort())
    expect(await excludedOf(event)).toEqual([`${fan(0).ticketId} score`, `${fan(1).ticketId} score`].sort())
    expect(at((await publicDraw(app, owner, event)).body, 'picked')).toEqual({
      declared: 2,
      filled: 2,
      reasons: [{ reason: 'score', count: 2 }],
    })
    expect((await personalPage(app, fan(0))).body).toMatchObject({ step: 'seated', beside: 'score' })
    await app.moveTo(await roundTime(app, owner, event))
    expect(await Promise.all([fan(0), fan(1)].map(stepOf))).toEqual(['invited', 'invited'])
    expect((await Promise.all([fan(2), fan(3)].map(stepOf))).sort()).toEqual(['invited', 'waitlisted'])
    await answerInvitation(app, fan(0), 'decline')
    expect(await Promise.all([fan(2), fan(3)].map(stepOf))).toEqual(['invited', 'invited'])
    await verifyDraw(app, owner, event)
  })

  it('who tie for the last seat are drawn with the others, and the seat is drawn too', async () => {
    const { event, fan } = await reviewed([5, 4, 4], { outcome: { kind: 'top', seats: 2 }, capacity: 3 })
    await app.moveTo(finalAt(event))
    expect(await entriesOf(event)).toEqual([line(fan(1)), line(fan(2))].sort())
    expect(at((await publicDraw(app, owner, event)).body, 'picked')).toMatchObject({ declared: 2, filled: 1 })
    await app.moveTo(await roundTime(app, owner, event))
    expect(await Promise.all([fan(0), fan(1), fan(2)].map(stepOf))).toEqual(['invited', 'invited', 'invited'])
    await verifyDraw(app, owner, event)
  })
})
