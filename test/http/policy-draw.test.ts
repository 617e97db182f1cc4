import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { placements, type SeatCounts, seatCounts, unitAt } from '#draw'
import { type SelectionPolicy, usualPolicy, type WeightRule } from '#policy'
import { apply, applyAndConfirm, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { answerInvitation, enterFans, type Fan, personalPage, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import { declarePolicy } from '../factories/policies.js'
import { finalAt, reviewedEvent } from '../factories/reviews.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { password, signUp, type SignedUp } from '../factories/sign-up.js'
import { replayDraw, verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
})
afterAll(() => app?.close())

const events = () => `/api/organizations/${owner.slug}/events`

async function draw(event: PublishedEvent): Promise<void> {
  await app.moveTo(event.closesAt)
  await app.moveTo(await roundTime(app, owner, event))
}

/** Weight and tags of each fan's ticket, as the public list has them. */
async function linesOf(event: PublishedEvent, fans: readonly Fan[]): Promise<{ weight: number; tags: readonly string[] }[]> {
  const { entries } = await replayDraw(app, owner, event)
  const units = Array.from({ length: entries.count }, (_, line) => unitAt(entries, line))
  return fans.map(({ ticketId }) => {
    const { weight = 0, tags = [] } = units.find(({ members }) => members.includes(ticketId)) ?? {}
    return { weight, tags }
  })
}

const weighted = (weights: Partial<WeightRule>): SelectionPolicy => ({ ...usualPolicy, weights: { ...usualPolicy.weights, ...weights } })

describe('pools', () => {
  /** Two seats for bikes and one for the press before the rest. */
  async function pooled(): Promise<{ event: PublishedEvent; bikes: Fan[]; trains: Fan[]; press: Fan }> {
    owner = await signUp(app.client())
    const event = await publishEvent(owner, { capacity: 6, now: await app.now() })
    const [from = '', , travel = ''] = event.questionIds
    const open = { id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null } as const
    await declarePolicy(owner, event, {
      ...usualPolicy,
      pools: [
        { id: 'bikes', seats: 2, who: { kind: 'answer', questionId: travel, options: ['Bike'] }, called: null, closesAt: null },
        { id: 'press', seats: 1, who: { kind: 'tag', tag: 'press' }, called: null, closesAt: null },
        open,
      ],
      spillTo: 'open',
    })
    await app.moveTo(event.opensAt)
    const byTrain = { answers: { [from]: 'Delft', [travel]: 'Train' } }
    const bikes = await enterFans(app, owner, event, 4)
    const trains = await Promise.all(
      ['ans', 'bea', 'cor', 'dirk'].map(async (name) => {
        const email = `${name}@${owner.slug}.example`
        return { name, email, ...(await applyAndConfirm(app, owner, event, { ...byTrain, name, email })) }
      }),
    )
    const press = trains[0] as Fan
    const list = await owner.client.get(`${events()}/${event.id}/applications?search=${press.email}`)
    const tagged = await owner.client.put(`${events()}/${event.id}/applications/${textAt(list.body, 'items.0.id')}/tags`, {
      tags: ['press'],
    })
    if (tagged.status !== 200) throw new Error(tagged.text)
    return { event, bikes, trains, press }
  }

  it('fill in their order from one list, and the proof holds', async () => {
    const { event, bikes, trains, press } = await pooled()
    await draw(event)
    expect(await linesOf(event, bikes)).toEqual(bikes.map(() => ({ weight: 1, tags: ['bikes'] })))
    expect(await linesOf(event, [press, ...trains.slice(1)])).toEqual([['press'], [], [], []].map((tags) => ({ weight: 1, tags })))
    await expect(verifyDraw(app, owner, event)).resolves.toMatchObject({ ok: true })
    const state = await replayDraw(app, owner, event)
    const pools = Array.from(placements(state), ({ pool }) => pool).toSorted()
    expect(pools).toEqual(['bikes', 'bikes', 'open', 'open', 'open', 'press'])
    expect(at((await publicDraw(app, owner, event)).body, 'pools')).toMatchObject([
      { id: 'bikes', seats: 2, tag: 'bikes' },
      { id: 'press', seats: 1, tag: 'press' },
      { id: 'open', seats: 3, tag: null },
    ])
    expect(await personalPage(app, press)).toMatchObject({ body: { step: 'invited' } })
  })

  it('hand a freed seat down inside the pool first, and give what is left over to everybody', async () => {
    const { event, bikes, press } = await pooled()
    await draw(event)
    const invited = await Promise.all(
      [...bikes, press].map(async (fan) => ({ fan, step: at((await personalPage(app, fan)).body, 'step') })),
    )
    for (const { fan } of invited.filter(({ step }) => step === 'invited')) await answerInvitation(app, fan, 'decline')
    const state = await replayDraw(app, owner, event)
    const counts: SeatCounts = seatCounts(state)
    expect(counts.heldSeats + state.seating.free.reduce((sum, free) => sum + free, 0)).toBe(6)
    expect(state.seating.free).toEqual(counts.waiting === 0 ? state.seating.free : [0, 0, 0])
    await expect(verifyDraw(app, owner, event)).resolves.toMatchObject({ ok: true })
    const seats = await app.database.query<{ pool: string; seats: number; taken: number }>(
      'select pool, seats, taken from seat_pools where event_id = $1',
      [event.id],
    )
    expect(seats.every(({ seats: all, taken }) => taken <= all)).toBe(true)
  })

  it('set aside, with a published reason, whoever may compete in none of them', async () => {
    owner = await signUp(app.client())
    const event = await publishEvent(owner, { capacity: 2, now: await app.now() })
    const who = { kind: 'tag', tag: 'press' } as const
    await declarePolicy(owner, event, { ...usualPolicy, pools: [{ id: 'press', seats: null, who, called: null, closesAt: null }] })
    await app.moveTo(event.opensAt)
    const [fan] = await enterFans(app, owner, event, 1)
    await app.moveTo(event.closesAt)
    const bundle = (await publicDraw(app, owner, event, '/bundle.json')).text
    expect(bundle).toContain(`${fan?.ticketId} no-pool`)
    expect((await personalPage(app, fan as Fan)).body).toMatchObject({ step: 'setAside' })
    await app.settled()
    expect(subjectsTo(app, fan as Fan)).toContain('Night of the Comet: your ticket is not in the draw')
  })
})

/** Somebody who may have applied for other events before, with an address that counts as confirmed. */
async function enterAgain(event: PublishedEvent, { name, email }: { name: string; email: string }): Promise<Fan> {
  const receipt = await apply(app.client(), owner, event, { name, email })
  const [ticketId, personalToken] = [textAt(receipt.body, 'ticketId'), tokenIn(textAt(receipt.body, 'personalUrl'))]
  await app.database.query('update applications set confirmed_at = received_at where ticket_id = $1', [ticketId])
  return { name, email, personalToken, ticketId }
}

async function cancel(event: PublishedEvent): Promise<void> {
  const why = { reason: 'A storm is coming.', confirmTitle: 'Night of the Comet' }
  const cancelled = await owner.client.post(`${events()}/${event.id}/cancellation`, why)
  if (cancelled.status >= 300) throw new Error(`The event could not be cancelled: ${cancelled.status} ${cancelled.text}`)
}

describe('weights', () => {
  it('grow with every draw without luck and start again with a seat', async () => {
    owner = await signUp(app.client())
    const people = ['ans', 'bea', 'cor', 'dirk'].map((name) => ({ name, email: `${name}@${owner.slug}.example` }))
    const enter = (event: PublishedEvent, all: readonly { name: string; email: string }[] = people) =>
      Promise.all(all.map((person) => enterAgain(event, person)))
    const first = await openEvent(app, owner, 1)
    const entered = await enter(first)
    await draw(first)
    const steps = await Promise.all(entered.map(async (fan) => ({ fan, step: at((await personalPage(app, fan)).body, 'step') })))
    const lucky = steps.find(({ step }) => step === 'invited')?.fan as Fan
    const [left, ...unlucky] = steps.filter(({ step }) => step !== 'invited').map(({ fan }) => fan) as [Fan, ...Fan[]]
    await answerInvitation(app, lucky, 'accept')
    await withdraw(app, left)

    const tooEarly = await openEvent(app, owner, 10)
    await declarePolicy(owner, tooEarly, weighted({ losses: 'squared', firstTimers: 2 }))
    const early = await enter(tooEarly)
    await app.moveTo(tooEarly.closesAt)
    const before = await linesOf(tooEarly, early)
    expect(new Set(before.map(({ weight }) => weight))).toEqual(new Set([1, 3]))
    expect(before[early.findIndex(({ email }) => email === lucky.email)]?.weight).toBe(1)

    await cancel(tooEarly)
    await app.moveTo(first.startsAt)
    await owner.client.post('/api/session', { email: owner.email, password })
    const second = await openEvent(app, owner, 10)
    await declarePolicy(owner, second, weighted({ losses: 'squared', lossCap: 3, firstTimers: 2 }))
    const again = await enter(second, [lucky, left, ...unlucky, { name: 'eva', email: `eva@${owner.slug}.example` }])
    await draw(second)
    const weights = (await linesOf(second, again)).map(({ weight }) => weight)
    // The lucky one has had a seat. Whoever withdrew has lost nothing; the others lost once; Eva is new.
    expect(weights).toEqual([1, 3, 4, 4, 3])
    await expect(verifyDraw(app, owner, second)).resolves.toMatchObject({ ok: true })
  })

  it('start again with an invitation that was let lapse, even where its deadline has not acted when the next list closes', async () => {
    owner = await signUp(app.client())
    const people = ['ans', 'bea'].map((name) => ({ name, email: `${name}@${owner.slug}.example` }))
    const first = await openEvent(app, owner, 1)
    await Promise.all(people.map((person) => enterAgain(first, person)))
    await draw(first)
    await app.moveTo(first.startsAt)
    await owner.client.post('/api/session', { email: owner.email, password })
    const unanswered = await openEvent(app, owner, 10)
    await Promise.all(people.map((person) => enterAgain(unanswered, person)))
    await draw(unanswered)
    await owner.client.post('/api/session', { email: owner.email, password })
    const next = await openEvent(app, owner, 10)
    await declarePolicy(owner, next, weighted({ losses: 'squared' }))
    const entered = await Promise.all(people.map((person) => enterAgain(next, person)))
    await draw(next)
    expect((await linesOf(next, entered)).map(({ weight }) => weight)).toEqual([1, 1])
  })

  it('do not grow for whoever a review kept out of the draw', async () => {
    owner = await signUp(app.client())
    const person = { name: 'ans', email: `ans@${owner.slug}.example` }
    const read = await reviewedEvent(app, owner)
    await enterAgain(read, person)
    await app.moveTo(finalAt(read))
    await app.moveTo(await roundTime(app, owner, read))
    await app.moveTo(read.startsAt)
    await owner.client.post('/api/session', { email: owner.email, password })
    const next = await openEvent(app, owner, 1)
    await declarePolicy(owner, next, weighted({ losses: 'squared' }))
    const fan = await enterAgain(next, person)
    await app.moveTo(next.closesAt)
    expect(await linesOf(next, [fan])).toEqual([{ weight: 1, tags: [] }])
  })

  it('follow an answer, and every ticket shows its own', async () => {
    owner = await signUp(app.client())
    const event = await openEvent(app, owner, 1)
    const [, , travel = ''] = event.questionIds
    await declarePolicy(owner, event, weighted({ answers: [{ questionId: travel, option: 'Bike', extra: 4 }] }))
    const fans = await enterFans(app, owner, event, 2)
    await app.moveTo(event.closesAt)
    expect(await linesOf(event, fans)).toEqual(fans.map(() => ({ weight: 5, tags: [] })))
    const tickets = listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items')
    expect(tickets.map((ticket) => at(ticket, 'lots'))).toEqual([5, 5])
    expect(at((await personalPage(app, fans[0] as Fan)).body, 'draw.lots')).toBe(5)
  })
})
