import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { ticketNumber } from '#draw'
import { bearer } from '../factories/application.js'
import { drawnEvent, openEvent } from '../factories/drawn-event.js'
import { answerInvitation, enterFans, type Fan, personalPage, publicDraw, returnSeat, subjectsTo, withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { calendarIn } from '../support/mail-calendar.js'
import type { SunkMail } from '../support/smtp-sink.js'
import { waitFor } from '../support/wait-for.js'

const start = new Date('2027-05-01T10:00:00Z')
const [second, hour] = [1000, 3_600_000]

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const later = (date: Date, ms: number) => new Date(date.getTime() + ms)
const accept = (fan: Fan) => answerInvitation(app, fan, 'accept')
const decline = (fan: Fan) => answerInvitation(app, fan, 'decline')
const stepOf = async (fan: Fan) => at((await personalPage(app, fan)).body, 'step')
const logOf = async (event: PublishedEvent) => listAt((await publicDraw(app, owner, event, '/log')).body, 'items')
const lastLine = async (event: PublishedEvent) => (await logOf(event)).at(-1)
const ticketStates = async (event: PublishedEvent) =>
  listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items').map((item) => at(item, 'state'))
const rowsOf = ({ id }: PublishedEvent) => app.database.query('select * from invitations where event_id = $1 order by id', [id])

/** The newest mail to a fan whose subject matches; everything that was due has been sent. */
async function mailTo({ email }: Fan, subject: RegExp): Promise<SunkMail> {
  await app.settled()
  const found = app.sink?.mailsTo(email).findLast(({ parsed }) => subject.test(parsed.subject ?? ''))
  if (!found) throw new Error(`No mail to ${email} matches ${String(subject)}.`)
  return found
}

const countMails = (fan: Fan, subject: RegExp) => subjectsTo(app, fan).filter((text) => subject.test(text)).length

/** Sessions end when the clock is moved by weeks. */
const signInAgain = () => owner.client.post('/api/session', { email: owner.email, password })

async function drawn(capacity: number, count: number, changes: Readonly<Record<string, unknown>> = {}) {
  await signInAgain()
  const { event, fans } = await drawnEvent(app, owner, { capacity, fans: count, changes })
  const fan = (rank: number): Fan => {
    const found = fans[rank - 1]
    if (!found) throw new Error(`There is no rank ${rank}.`)
    return found
  }
  return { event, fan }
}

describe('an invitation', () => {
  it('comes from the host, with what to decide, until when, and the event as a calendar file', async () => {
    const { event, fan } = await drawn(1, 1)
    const mail = await mailTo(fan(1), /there is a seat for you/)
    const { parsed } = mail
    expect(parsed.from).toEqual({ name: expect.stringMatching(/^Mirjam de Vries via Museum Duinlicht/), address: 'tweetup@localhost' })
    expect(parsed.replyTo?.[0]?.address).toBe('mirjam@duinlicht.example')
    expect(parsed.text).toContain('number 1 in the draw, out of 1')
    expect(parsed.text).toContain(`${app.config.publicUrl}/me/${fan(1).personalToken}`)
    const { method, event: entry, lines } = calendarIn(mail)
    expect(method).toBe('REQUEST')
    expect(lines).toContain('METHOD:REQUEST')
    expect(entry).toMatchObject({ summary: 'Night of the Comet', status: 'CONFIRMED', sequence: 0 })
    expect([entry.start.toISOString(), entry.end?.toISOString()]).toEqual(
      [event.startsAt, event.endsAt].map((date) => date.toISOString().replace(/\.\d+Z/, '.000Z')),
    )
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toMatch(new RegExp(`mailto:${fan(1).email}$`, 'i'))
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/CN="?Mirjam de Vries"?:mailto:tweetup@localhost$/i)
    expect((await personalPage(app, fan(1))).body).toMatchObject({
      step: 'invited',
      invitation: { state: 'pending', deadline: event.answerBy.toISOString(), answeredAt: null },
      can: { answer: true, giveBack: false },
    })
  })

  it('that is accepted keeps the seat, says so once, and is no line of the log', async () => {
    const { event, fan } = await drawn(1, 2)
    const before = await logOf(event)
    expect((await accept(fan(1))).body).toMatchObject({
      step: 'coming',
      invitation: { state: 'accepted' },
      can: { answer: false, giveBack: true },
    })
    expect((await accept(fan(1))).status).toBe(200)
    expect((await decline(fan(1))).status).toBe(409)
    await app.settled()
    expect(countMails(fan(1), /^See you at Night of the Comet/)).toBe(1)
    expect(await ticketStates(event)).toEqual(['coming', 'waiting'])
    expect(await logOf(event)).toEqual(before)
    expect(await stepOf(fan(2))).toBe('waitlisted')
  })

  it('that is declined moves on at once to the next in the order, and is crossed out of the calendar', async () => {
    const { event, fan } = await drawn(1, 3)
    const offer = calendarIn(await mailTo(fan(1), /there is a seat for you/))
    expect((await decline(fan(1))).body).toMatchObject({ step: 'declined', invitation: { state: 'declined' }, can: { answer: false } })
    expect(await stepOf(fan(2))).toBe('invited')
    expect(await lastLine(event)).toMatchObject({
      type: 'decline',
      reason: 'declined',
      ticketNumber: ticketNumber(fan(1).ticketId),
      promoted: [{ ticketNumber: ticketNumber(fan(2).ticketId), pool: 'open' }],
    })
    expect((await decline(fan(1))).status).toBe(200)
    expect((await accept(fan(1))).status).toBe(409)
    const { method, event: entry } = calendarIn(await mailTo(fan(1), /^You passed your seat on/))
    expect(method).toBe('CANCEL')
    expect(entry).toMatchObject({ uid: offer.event.uid, sequence: 1, status: 'CANCELLED' })
    expect(countMails(fan(1), /^You passed your seat on/)).toBe(1)
    const moved = await mailTo(fan(2), /a seat came free for you/)
    expect(moved.parsed.text).toContain('number 2 of 3')
    expect(calendarIn(moved).method).toBe('REQUEST')
    expect(await ticketStates(event)).toEqual(['passedOn', 'invited', 'waiting'])
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('that was accepted can be given back until the event begins', async () => {
    const { event, fan } = await drawn(1, 2)
    expect((await returnSeat(app, fan(1))).status).toBe(409)
    expect((await returnSeat(app, fan(2))).status).toBe(409)
    await accept(fan(1))
    expect((await returnSeat(app, fan(1))).body).toMatchObject({ step: 'givenBack', invitation: { state: 'declined' } })
    expect((await returnSeat(app, fan(1))).status).toBe(200)
    expect(await lastLine(event)).toMatchObject({
      type: 'decline',
      reason: 'returned',
      promoted: [{ ticketNumber: ticketNumber(fan(2).ticketId) }],
    })
    expect(calendarIn(await mailTo(fan(1), /^You gave your seat back/)).method).toBe('CANCEL')
    expect(countMails(fan(1), /^You gave your seat back/)).toBe(1)
    await mailTo(fan(2), /a seat came free for you/)
  })

  it('goes with a withdrawal: one letter, the calendar entry crossed out, the seat with the next', async () => {
    const { event, fan } = await drawn(2, 4)
    await accept(fan(2))
    expect((await withdraw(app, fan(1))).body).toMatchObject({ step: 'withdrawn', can: { answer: false, rejoin: false } })
    expect((await withdraw(app, fan(2))).body).toMatchObject({ step: 'withdrawn' })
    await app.settled()
    for (const rank of [1, 2]) {
      const letters = app.sink?.mailsTo(fan(rank).email).slice(rank === 1 ? 3 : 4) ?? []
      expect(letters.map((mail) => calendarIn(mail).method)).toEqual(['CANCEL'])
    }
    expect((await logOf(event)).slice(1)).toMatchObject(
      [1, 2].map((rank) => ({ type: 'withdraw', reason: 'own-wish', ticketNumber: ticketNumber(fan(rank).ticketId), promotedCount: 1 })),
    )
    expect([await stepOf(fan(3)), await stepOf(fan(4))]).toEqual(['invited', 'invited'])
    expect((await accept(fan(1))).status).toBe(409)
  })

  it('is answered by whoever holds the link and by nobody else', async () => {
    const { event, fan } = await drawn(1, 2)
    const before = await rowsOf(event)
    expect((await accept(fan(2))).status).toBe(409)
    for (const token of ['', 'x', `${fan(1).personalToken}x`, fan(1).personalToken.slice(1), 'A'.repeat(22)])
      for (const path of ['answer', 'return'])
        expect((await app.client().post(`/api/me/${path}`, { answer: 'accept' }, bearer(token))).status).toBe(404)
    for (const body of [
      {},
      { answer: 'maybe' },
      { answer: ['accept'] },
      { answer: true },
      { answer: 'accept', state: 'accepted' },
      'accept',
      [],
    ])
      expect((await app.client().post('/api/me/answer', body, bearer(fan(1).personalToken))).status).toBe(body === 'accept' ? 415 : 400)
    expect(await rowsOf(event)).toEqual(before)
  })
})

describe('the deadline of an invitation', () => {
  it('acts by itself: the seat lapses and goes to the next, who has the promised hours', async () => {
    const { event, fan } = await drawn(2, 4, { promotionHours: 24 })
    await accept(fan(2))
    await app.moveTo(later(event.answerBy, -5 * second))
    expect(await stepOf(fan(1))).toBe('invited')
    await app.moveTo(event.answerBy)
    expect([await stepOf(fan(1)), await stepOf(fan(2)), await stepOf(fan(3)), await stepOf(fan(4))]).toEqual([
      'lapsed',
      'coming',
      'invited',
      'waitlisted',
    ])
    expect(await lastLine(event)).toMatchObject({
      type: 'expire',
      reason: 'no-answer',
      ticketNumber: ticketNumber(fan(1).ticketId),
      promoted: [{ ticketNumber: ticketNumber(fan(3).ticketId) }],
    })
    expect(calendarIn(await mailTo(fan(1), /^Your seat went to the next in line/)).method).toBe('CANCEL')
    const deadline = new Date(textAt((await personalPage(app, fan(3))).body, 'invitation.deadline'))
    expect(Math.abs(deadline.getTime() - later(event.answerBy, 24 * hour).getTime())).toBeLessThan(60 * second)

    await app.moveTo(deadline)
    expect([await stepOf(fan(3)), await stepOf(fan(4))]).toEqual(['lapsed', 'invited'])
    expect(countMails(fan(1), /went to the next in line/)).toBe(1)
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('turns away an answer that comes after it, also before the seat has moved on', async () => {
    const { event, fan } = await drawn(1, 2)
    // The clock is past the deadline and no worker has looked yet.
    await app.database.query('update installation_clock set offset_ms = offset_ms + $1', [
      event.answerBy.getTime() + 1 - (await app.now()).getTime(),
    ])
    const late = await Promise.all([accept(fan(1)), decline(fan(1))])
    for (const { status, body } of late) {
      expect(status).toBe(410)
      expect(body).toMatchObject({
        status: 410,
        type: 'urn:tweetup:problem:invitations:lapsed',
        detail: expect.stringContaining('The time to answer has passed'),
      })
    }
    await app.settled()
    expect([await stepOf(fan(1)), await stepOf(fan(2))]).toEqual(['lapsed', 'invited'])
    expect((await accept(fan(1))).status).toBe(410)
    expect(
      (
        await app
          .client()
          .post('/api/me/answer', { answer: 'accept' }, { headers: { ...bearer(fan(1).personalToken).headers, 'accept-language': 'nl' } })
      ).body,
    ).toMatchObject({
      detail: expect.stringMatching(/tijd/),
    })
  })

  it('of a late promotion is the beginning of the event, and after it seats stay empty', async () => {
    const { event, fan } = await drawn(1, 4)
    await accept(fan(1))
    await app.moveTo(later(event.startsAt, -hour))
    await returnSeat(app, fan(1))
    expect(textAt((await personalPage(app, fan(2))).body, 'invitation.deadline')).toBe(event.startsAt.toISOString())
    await app.moveTo(event.startsAt)
    expect([await stepOf(fan(2)), await stepOf(fan(3)), await stepOf(fan(4))]).toEqual(['lapsed', 'waitlisted', 'waitlisted'])
    expect((await logOf(event)).slice(-2)).toMatchObject([
      { type: 'expire', reason: 'no-answer', promoted: [{ ticketNumber: ticketNumber(fan(3).ticketId) }] },
      { type: 'shrink', reason: 'event-began', unit: null, promoted: [] },
    ])
    expect(subjectsTo(app, fan(3)).filter((subject) => /came free/.test(subject))).toEqual([])
    expect(await app.database.query('select seats, taken from seat_pools where event_id = $1', [event.id])).toEqual([
      { seats: 0, taken: 0 },
    ])
    await signInAgain()
    const ofEvent = `/api/organizations/${owner.slug}/events/${event.id}`
    expect((await owner.client.get(`${ofEvent}/home`)).body).toMatchObject({ seats: [{ pool: 'open', seats: 1, accepted: 0 }] })
    expect((await owner.client.get(`${ofEvent}/invitations`)).body).toMatchObject({ seats: [{ pool: 'open', seats: 1, taken: 0 }] })
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })
})

describe('an event that has begun', () => {
  it('lets nobody give back, decline, withdraw or be replaced', async () => {
    const { event, fan } = await drawn(1, 2)
    await accept(fan(1))
    await app.moveTo(event.startsAt)
    const before = await logOf(event)
    for (const { status } of [await returnSeat(app, fan(1)), await withdraw(app, fan(1)), await withdraw(app, fan(2))])
      expect(status).toBe(410)
    expect(await logOf(event)).toEqual(before)
    expect(await stepOf(fan(1))).toBe('coming')
  })
})

describe('a cancelled event', () => {
  const cancel = ({ id }: PublishedEvent) =>
    owner.client.post(`/api/organizations/${owner.slug}/events/${id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Night of the Comet',
    })

  it('takes no answers, calls nobody up and lets no seat lapse', async () => {
    const { event, fan } = await drawn(2, 4)
    await accept(fan(1))
    expect((await cancel(event)).status).toBe(200)
    await app.settled()
    const before = [await rowsOf(event), await logOf(event)]
    for (const answer of [await accept(fan(2)), await decline(fan(2)), await returnSeat(app, fan(1)), await withdraw(app, fan(3))])
      expect(answer.status).toBe(410)
    await app.moveTo(later(event.answerBy, hour))
    await app.moveTo(later(event.startsAt, hour))
    expect([await rowsOf(event), await logOf(event)]).toEqual(before)
    for (const rank of [1, 2])
      expect(calendarIn(await mailTo(fan(rank), /is cancelled$/))).toMatchObject({ method: 'CANCEL', event: { sequence: 2 } })
    for (const rank of [3, 4]) expect((await mailTo(fan(rank), /is cancelled$/)).parsed.attachments).toEqual([])
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('that is cancelled while somebody declines tells whoever was called up at that moment', async () => {
    const { event, fan } = await drawn(1, 2)
    const holder = new pg.Client({ connectionString: app.database.url })
    await holder.connect()
    try {
      await holder.query('begin')
      await holder.query('select from draws where event_id = $1 for update', [event.id])
      const declined = decline(fan(1))
      await waitFor(async () => (await waitingForLocks()) > 0)
      const cancelled = cancel(event)
      await Promise.race([cancelled, waitFor(async () => (await waitingForLocks()) > 1)])
      await holder.query('commit')
      expect([(await declined).status, (await cancelled).status]).toEqual([200, 200])
    } finally {
      await holder.end()
    }
    await app.settled()
    const seats = await app.database.query<{ state: string; told: string }>(
      `select state, (select template from deliveries where key = 'event-cancelled:' || invitations.application_id) as told from invitations where event_id = $1 and state = 'pending'`,
      [event.id],
    )
    expect(seats).toEqual([{ state: 'pending', told: 'seat-cancelled' }])
  })

  const waitingForLocks = async () =>
    (await app.database.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length
})

describe('somebody who is not in the draw', () => {
  it('cannot answer: not before it, not unconfirmed', async () => {
    await signInAgain()
    const event = await openEvent(app, owner, 1)
    const [fan] = await enterFans(app, owner, event, 1)
    if (!fan) throw new Error('no fan')
    for (const act of [accept, decline]) expect((await act(fan)).status).toBe(409)
    await app.moveTo(event.closesAt)
    for (const act of [accept, decline]) expect((await act(fan)).status).toBe(409)
    expect(await stepOf(fan)).toBe('entered')
  })
})
