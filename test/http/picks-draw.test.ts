import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import {
  answerInvitation,
  enterFans,
  type Fan,
  personalPage,
  publicDraw,
  returnSeat,
  roundTime,
  subjectsTo,
  withdraw,
} from '../factories/fans.js'
import { pickedSeats } from '../factories/policies.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const eventPath = ({ id }: PublishedEvent) => `/api/organizations/${owner.slug}/events/${id}`
const logOf = async (event: PublishedEvent) =>
  listAt((await publicDraw(app, owner, event, '/log')).body, 'items').map((line) => [
    at(line, 'type'),
    at(line, 'reason'),
    at(line, 'promotedCount'),
  ])
const bundleOf = async (event: PublishedEvent) => JSON.parse((await publicDraw(app, owner, event, '/bundle.json')).text) as unknown
const invitationsOf = async (event: PublishedEvent) => (await owner.client.get(`${eventPath(event)}/invitations`)).body
const stepOf = async (fan: Fan) => at((await personalPage(app, fan)).body, 'step')
const seatsOf = ({ id }: PublishedEvent) =>
  app.database.query('select pool, seats, taken, promised_seats as promised from seat_pools where event_id = $1 order by pool', [id])

async function pick(event: PublishedEvent, { ticketId }: Fan, reason: string) {
  const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [ticketId])
  const path = `${eventPath(event)}/applications/${row?.id}/pick`
  const answer = await owner.client.put(path, { reason })
  if (answer.status !== 200) throw new Error(`Picking failed: ${answer.status} ${answer.text}`)
  return path
}

/** An event with 4 seats, 3 of them for the team, at its freeze: `picked` have seats beside the draw, `others` take part in it. */
async function frozen(reasons: readonly string[], others = 4, changes: Readonly<Record<string, unknown>> = {}) {
  await owner.client.post('/api/session', { email: owner.email, password })
  const event = await openEvent(app, owner, 4, { ...pickedSeats(3), ...changes })
  const fans = await enterFans(app, owner, event, reasons.length + others)
  const picked = fans.slice(0, reasons.length)
  const paths: string[] = []
  for (const [index, fan] of picked.entries()) paths.push(await pick(event, fan, reasons[index] ?? ''))
  await app.moveTo(event.closesAt)
  await owner.client.post('/api/session', { email: owner.email, password })
  return { event, picked, others: fans.slice(reasons.length), paths }
}

async function drawn(reasons: readonly string[], others = 4) {
  const made = await frozen(reasons, others)
  await app.moveTo(await roundTime(app, owner, made.event))
  const order = listAt((await publicDraw(app, owner, made.event, '/tickets')).body, 'items').map((item) => textAt(item, 'ticketId'))
  const ranked = made.others.toSorted((one, other) => order.indexOf(one.ticketId) - order.indexOf(other.ticketId))
  const [first] = made.picked
  if (!first) throw new Error('Nobody was picked.')
  return { ...made, ranked, first }
}

describe('at the freeze', () => {
  let made: Awaited<ReturnType<typeof frozen>>
  beforeAll(async () => {
    made = await frozen(['press', 'press'])
  }, 60_000)

  it('whoever was picked stands in the excluded list, so that her receipt is answered for, and not in the entries', async () => {
    const bundle = await bundleOf(made.event)
    expect(listAt(bundle, 'bundle.entries')).toEqual(made.others.map(({ ticketId }) => `${ticketId} 1 1 -`).sort())
    expect(listAt(bundle, 'bundle.excluded')).toEqual(made.picked.map(({ ticketId }) => `${ticketId} picked`).sort())
  })

  it('the number is published by reason, with nobody to find behind it', async () => {
    const { body, text } = await publicDraw(app, owner, made.event)
    expect(at(body, 'picked')).toEqual({ declared: 3, filled: 2, reasons: [{ reason: 'press', count: 2 }] })
    for (const { name, email, ticketId } of made.picked) for (const trace of [name, email, ticketId]) expect(text).not.toContain(trace)
  })

  it('seats that nobody was picked for go to the draw, as a line of the log before it', async () => {
    expect(at(await bundleOf(made.event), 'bundle.manifest.pools')).toEqual([{ id: 'open', seats: 1, tag: null }])
    expect(await logOf(made.event)).toEqual([['capacity', 'picked-seat-free', 0]])
    expect(await seatsOf(made.event)).toEqual([
      { pool: 'open', seats: 2, taken: 0, promised: 1 },
      { pool: 'picked', seats: 2, taken: 0, promised: 2 },
    ])
    await verifyDraw(app, owner, made.event)
  })

  it('whoever was picked is told on her page, and of no draw by mail', async () => {
    const [fan] = made.picked
    if (!fan) throw new Error('Nobody was picked.')
    expect((await personalPage(app, fan)).body).toMatchObject({
      step: 'seated',
      beside: 'picked',
      draw: { entered: false },
      invitation: null,
    })
    expect(subjectsTo(app, fan).filter((subject) => /is in the draw|could not take part/.test(subject))).toEqual([])
  })

  it('seats can no longer be given or taken back', async () => {
    const [path = ''] = made.paths
    for (const answer of [await owner.client.put(path, { reason: 'helper' }), await owner.client.delete(path)])
      expect([answer.status, textAt(answer.body, 'type')]).toEqual([409, expect.stringContaining('picks:frozen')])
    expect((await owner.client.get(`${eventPath(made.event)}/picks`)).body).toMatchObject({ open: false, given: 2 })
  })

  it('whoever withdraws before the draw is made leaves her seat to it', async () => {
    const [, second] = made.picked
    if (!second) throw new Error('One was picked.')
    expect((await withdraw(app, second)).body).toMatchObject({ step: 'withdrawn' })
    expect(await logOf(made.event)).toEqual([
      ['capacity', 'picked-seat-free', 0],
      ['capacity', 'picked-seat-free', 0],
    ])
    await app.moveTo(await roundTime(app, owner, made.event))
    expect(at(await invitationsOf(made.event), 'counts')).toMatchObject({ pending: 4 })
    expect(await seatsOf(made.event)).toEqual([
      { pool: 'open', seats: 3, taken: 3, promised: 1 },
      { pool: 'picked', seats: 1, taken: 1, promised: 1 },
    ])
    await verifyDraw(app, owner, made.event)
  })
})

describe('with the draw', () => {
  it('whoever has a seat beside it is invited like the others, without a rank', async () => {
    const { event, picked, first, ranked } = await drawn(['press', 'accessibility', 'partner'])
    const body = await invitationsOf(event)
    expect(at(body, 'counts')).toMatchObject({ pending: 4, waiting: 3 })
    expect(listAt(body, 'items').map((item) => at(item, 'rank'))).toEqual([null, null, null, 1])
    expect(at(body, 'seats')).toEqual([
      { pool: 'open', seats: 1, taken: 1 },
      { pool: 'picked', seats: 3, taken: 3 },
    ])
    expect(new Set(await Promise.all(picked.map(stepOf)))).toEqual(new Set(['invited']))
    const mail = await app.sink?.mailTo(first.email, ({ parsed }) => /there is a seat for you/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('one of the seats at Night of the Comet that are given outside the draw')
    expect(mail?.parsed.text).not.toMatch(/number \d+ in the draw|undefined|NaN/)
    const [page, other] = [await personalPage(app, first), await personalPage(app, ranked[0] ?? first)]
    expect(at(page.body, 'invitation.deadline')).toBe(at(other.body, 'invitation.deadline'))
    const list = await owner.client.get(`${eventPath(event)}/applications?search=${first.email}`)
    expect(at(list.body, 'items.0')).toMatchObject({ step: 'invited', rank: null, pickReason: expect.stringMatching(/./) })
    expect((await owner.client.get(`${eventPath(event)}/home`)).status).toBe(200)
  })

  it('an accepted seat is one like every other: badge, calendar, agenda, and the count of who comes', async () => {
    const { event, first } = await drawn(['press'])
    expect((await answerInvitation(app, first, 'accept')).body).toMatchObject({ step: 'coming', badge: { qr: expect.stringMatching(/./) } })
    const page = await personalPage(app, first)
    expect(at(page.body, 'links.calendarFile')).toMatch(/event\.ics$/)
    expect(at(page.body, 'stamps')).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'rank' })]))
    expect(at(await invitationsOf(event), 'counts.accepted')).toBe(1)
    expect((await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/attendees`)).text).toContain(first.name)
  })

  it.each([
    ['declined', async (fan: Fan) => answerInvitation(app, fan, 'decline'), 'declined'],
    [
      'returned',
      async (fan: Fan) => {
        await answerInvitation(app, fan, 'accept')
        return returnSeat(app, fan)
      },
      'givenBack',
    ],
    ['withdrawn from', async (fan: Fan) => withdraw(app, fan), 'withdrawn'],
  ] as const)('a seat that is %s goes to the next of the same ranked list, by a line that anybody can check', async (_, leave, step) => {
    const { event, first, ranked } = await drawn(['press', 'press', 'press'])
    const [, next] = ranked
    if (!next) throw new Error('Nobody waits.')
    expect(await stepOf(next)).toBe('waitlisted')
    expect((await leave(first)).body).toMatchObject({ step })
    expect(await logOf(event)).toEqual([
      ['draw', null, 1],
      ['capacity', 'picked-seat-free', 1],
    ])
    expect(await stepOf(next)).toBe('invited')
    expect(await seatsOf(event)).toEqual([
      { pool: 'open', seats: 2, taken: 2, promised: 1 },
      { pool: 'picked', seats: 2, taken: 2, promised: 2 },
    ])
    await verifyDraw(app, owner, event)
    // A second no changes nothing.
    if (step !== 'givenBack') await answerInvitation(app, first, 'decline')
    expect(await logOf(event)).toHaveLength(2)
  })

  it('a seat that nobody answers for lapses like every other, and moves on', async () => {
    const { event, first, ranked } = await drawn(['press', 'helper', 'press'])
    await app.moveTo(event.answerBy)
    expect(await stepOf(first)).toBe('lapsed')
    // Three seats beside the draw and the one of it lapse; the three who waited have them now, and one stays free.
    expect((await Promise.all(ranked.map(stepOf))).sort()).toEqual(['invited', 'invited', 'invited', 'lapsed'])
    expect((await logOf(event)).filter(([type]) => type === 'capacity')).toHaveLength(3)
    expect(await seatsOf(event)).toEqual([
      { pool: 'open', seats: 4, taken: 3, promised: 1 },
      { pool: 'picked', seats: 0, taken: 0, promised: 0 },
    ])
    await verifyDraw(app, owner, event)
  })

  it('nobody tells the public who they are', async () => {
    const { event, picked } = await drawn(['press', 'press'])
    for (const path of ['', '/tickets', '/log', '/rules.txt'])
      for (const { name, email } of picked) {
        const { text } = await publicDraw(app, owner, event, path)
        for (const trace of [name, email]) expect(text).not.toContain(trace)
      }
    const { text } = await app.client().get(`/api/public/${owner.slug}/${event.slug}`)
    for (const { name } of picked) expect(text).not.toContain(name)
  })
})
