import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { EndHolding } from '../../apps/api/src/draws/end-holding.js'
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
import { enterGroup, foundGroup, groupTokenOf, policyWithGroups } from '../factories/groups.js'
import { apply, bearer } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { replayDraw, verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { placements } from '#draw'

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

interface House {
  readonly event: PublishedEvent
  readonly group: readonly Fan[]
  readonly solos: readonly Fan[]
}

const stepOf = async (fan: Fan) => at((await personalPage(app, fan)).body, 'step')
const stepsOf = (fans: readonly Fan[]) => Promise.all(fans.map(stepOf))
const logOf = async ({ event }: House) => listAt((await publicDraw(app, owner, event, '/log')).body, 'items')
const linesOf = async (house: House) => (await logOf(house)).map((line) => `${textAt(line, 'type')} ${String(at(line, 'reason'))}`)
const ticketsOf = async ({ event }: House) => listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items')
const ticketOf = async (house: House, fan: Fan) => (await ticketsOf(house)).find((ticket) => at(ticket, 'ticketId') === fan.ticketId)
const mailText = (fan: Fan, subject: RegExp) =>
  app.sink?.mailsTo(fan.email).findLast(({ parsed }) => subject.test(parsed.subject ?? ''))?.parsed.text ?? ''

/** Three seats, a group of so many and some who come alone, everybody confirmed. */
async function filled(size: number, solos: number, capacity = 3): Promise<House> {
  await owner.client.post('/api/session', { email: owner.email, password })
  const event = await openEvent(app, owner, capacity, { policy: policyWithGroups(3) })
  return { event, group: await enterGroup(app, owner, event, size), solos: await enterFans(app, owner, event, solos) }
}

async function drawNow({ event }: House): Promise<void> {
  await app.moveTo(event.closesAt)
  await app.moveTo(await roundTime(app, owner, event))
}

/** Draws one event after the other until the lot gives this order: the group (`G`) and the others (`S`), best first. */
async function drawnUntil(wanted: string): Promise<House> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const house = await filled(3, 2)
    await drawNow(house)
    const tickets = await ticketsOf(house)
    const order = tickets.map((ticket) => (house.group.some(({ ticketId }) => ticketId === at(ticket, 'ticketId')) ? 'G' : 'S')).join('')
    const inOrder = house.solos.toSorted((one, other) => rankOf(tickets, one) - rankOf(tickets, other))
    if (order.replace('GGG', 'G').startsWith(wanted)) return { ...house, solos: inOrder }
  }
  throw new Error(`The lot never gave ${wanted}.`)
}

const rankOf = (tickets: readonly unknown[], fan: Fan) =>
  Number(at(tickets.find((ticket) => at(ticket, 'ticketId') === fan.ticketId) ?? {}, 'rank'))

async function expectSeatsKept({ event }: House): Promise<void> {
  const [pool] = await app.database.query<{ seats: number; taken: number; live: string }>(
    `select seats, taken, (select count(*) from invitations where event_id = $1 and state in ('pending', 'accepted')) as live
     from seat_pools where event_id = $1`,
    [event.id],
  )
  expect(pool?.taken).toBe(Number(pool?.live))
  const held = placements(await replayDraw(app, owner, event)).reduce((sum, placed) => sum + placed.held, 0)
  expect(held).toBe(pool?.taken)
  expect(held).toBeLessThanOrEqual(pool?.seats ?? 0)
  await verifyDraw(app, owner, event)
}

describe('at the freeze, a group', () => {
  it('is one unit of those who have confirmed and still take part; the others do not count', async () => {
    const house = await filled(2, 1, 5)
    const { event, group } = house
    const [first] = group
    if (!first) throw new Error('There is no group.')
    const token = groupTokenOf((await foundGroup(app, first)).body)
    expect((await apply(app.client(), owner, event, { email: `${unique('late')}@example.org`, together: token })).status).toBe(201)
    const [lone] = await enterGroup(app, owner, event, 2).then((pair) => [pair[0], pair[1] && withdraw(app, pair[1])] as const)
    await app.moveTo(event.closesAt)
    const entries = listAt((await publicDraw(app, owner, event, '/bundle.json')).body, 'bundle.entries').map(String)
    expect(entries).toHaveLength(3)
    expect(entries).toContain(
      `${group
        .map(({ ticketId }) => ticketId)
        .toSorted()
        .join(',')} 2 1 -`,
    )
    expect(entries).toContain(`${lone?.ticketId} 1 1 -`)
    expect(at((await publicDraw(app, owner, event, '/bundle.json')).body, 'bundle.manifest')).toMatchObject({
      maxUnitSeats: 3,
      fill: 'hold',
    })
    await app.moveTo(await roundTime(app, owner, event))
    await expectSeatsKept(house)
  })
})

describe('a group that is drawn first', () => {
  let house: House
  let [ana, bo, cas, dee]: Fan[] = []
  const fan = (one: Fan | undefined): Fan => {
    if (!one) throw new Error('She is missing.')
    return one
  }

  beforeAll(async () => {
    house = await drawnUntil('G')
    ;[ana, bo, cas] = house.group as Fan[]
    dee = house.solos[0]
  }, 120_000)

  it('has one rank, and each of its people an invitation of her own', async () => {
    expect(await stepsOf(house.group)).toEqual(['invited', 'invited', 'invited'])
    expect(await stepsOf(house.solos)).toEqual(['waitlisted', 'waitlisted'])
    for (const one of house.group) expect(await ticketOf(house, one)).toMatchObject({ rank: 1, state: 'invited' })
    const invitations = await owner.client.get(`/api/organizations/${owner.slug}/events/${house.event.id}/invitations`)
    expect(listAt(invitations.body, 'items')).toHaveLength(3)
    for (const item of listAt(invitations.body, 'items')) {
      expect(at(item, 'rank')).toBe(1)
      expect(listAt(item, 'together')).toHaveLength(2)
    }
    await expectSeatsKept(house)
  })

  it('is told in the mail who else is invited, and that each answers alone', async () => {
    await app.settled()
    const text = mailText(fan(ana), /there is a seat/)
    expect(text).toMatch(/The same mail went to/)
    for (const other of [bo, cas]) expect(text).toContain(fan(other).name)
    expect(text).not.toContain(fan(dee).name)
    expect(mailText(fan(dee), /no seat yet/)).not.toMatch(/same goes for/)
  })

  it('gives back one seat when one of them says no, and it moves on while the others keep theirs', async () => {
    await answerInvitation(app, fan(ana), 'accept')
    await answerInvitation(app, fan(bo), 'decline')
    expect(await linesOf(house)).toEqual(['draw null', 'reduce declined'])
    expect(await stepsOf(house.group)).toEqual(['coming', 'declined', 'invited'])
    expect(await stepOf(fan(dee))).toBe('invited')
    expect(await ticketOf(house, fan(bo))).toMatchObject({ state: 'passedOn' })
    expect(await ticketOf(house, fan(ana))).toMatchObject({ state: 'coming' })
    expect(await ticketOf(house, fan(cas))).toMatchObject({ state: 'invited' })
    await answerInvitation(app, fan(bo), 'decline')
    expect(await logOf(house)).toHaveLength(2)
    await expectSeatsKept(house)
  })

  it('gives back a seat that was accepted, and one that the team takes back, in the same way', async () => {
    await returnSeat(app, fan(ana))
    expect((await linesOf(house)).at(-1)).toBe('reduce returned')
    expect(await stepsOf(house.solos)).toEqual(['invited', 'invited'])
    expect(await stepsOf(house.group)).toEqual(['givenBack', 'declined', 'invited'])
    await expectSeatsKept(house)
  })

  it('is out with the last of them, whose deadline passes', async () => {
    await app.moveTo(house.event.answerBy)
    expect(await linesOf(house)).toContain('expire no-answer')
    expect(await stepOf(fan(cas))).toBe('lapsed')
    expect(await ticketOf(house, fan(cas))).toMatchObject({ state: 'passedOn' })
    await expectSeatsKept(house)
  })
})

describe('a group that is drawn after somebody alone', () => {
  let house: House
  const [first, later] = [0, 1].map((index) => () => {
    const solo = house.solos[index]
    if (!solo) throw new Error('There are two.')
    return solo
  }) as [() => Fan, () => Fan]

  beforeAll(async () => {
    house = await drawnUntil('SGS')
  }, 240_000)

  it('waits for seats for all of them, which are held', async () => {
    expect(await stepOf(first())).toBe('invited')
    expect(await stepOf(later())).toBe('waitlisted')
    expect(await stepsOf(house.group)).toEqual(['waitlisted', 'waitlisted', 'waitlisted'])
    await app.settled()
    const [one, other] = house.group
    expect(mailText(one as Fan, /no seat yet/)).toMatch(new RegExp(`same goes for [^.]*${other?.name}`))
    await expectSeatsKept(house)
  })

  it('lets the next have them from the day on which the answers are due, once', async () => {
    await answerInvitation(app, first(), 'accept')
    await app.moveTo(house.event.answerBy)
    await Promise.all([1, 2, 3].map(async () => app.get(EndHolding).runDue(await app.now())))
    await app.settled()
    expect(await linesOf(house)).toEqual(['draw null', 'final answers-due'])
    expect(await stepOf(later())).toBe('invited')
    expect(await stepsOf(house.group)).toEqual(['waitlisted', 'waitlisted', 'waitlisted'])
    await expectSeatsKept(house)
  })

  it('is invited whole as soon as there are seats for those who are left of it', async () => {
    const [gone, ...staying] = house.group as [Fan, Fan, Fan]
    const lines = await logOf(house)
    await withdraw(app, gone)
    expect(await logOf(house)).toEqual(lines)
    expect(await ticketOf(house, gone)).toMatchObject({ state: 'withdrawn' })
    await answerInvitation(app, later(), 'decline')
    expect(await stepsOf(staying)).toEqual(['waitlisted', 'waitlisted'])
    await returnSeat(app, first())
    expect(await stepsOf(house.group)).toEqual(['withdrawn', 'invited', 'invited'])
    expect((await linesOf(house)).slice(-2)).toEqual(['decline returned', 'reduce own-wish'])
    expect(await ticketOf(house, gone)).toMatchObject({ state: 'withdrawn' })
    await app.settled()
    expect(subjectsTo(app, gone).some((subject) => /came free/.test(subject))).toBe(false)
    const text = mailText(staying[0], /came free/)
    expect(text).toContain(staying[1].name)
    expect(text).not.toContain(gone.name)
    await expectSeatsKept(house)
  })
})

describe('the people of a group who answer at the same moment', () => {
  it('give back each a seat, once, and the last of them takes the unit out', async () => {
    const house = await filled(3, 0, 3)
    await drawNow(house)
    const answers = await Promise.all([...house.group, ...house.group].map((one) => answerInvitation(app, one, 'decline')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(await linesOf(house)).toEqual(['draw null', 'reduce declined', 'reduce declined', 'decline declined'])
    await expectSeatsKept(house)
  })
})

describe('whoever of a group withdraws between the freeze and the draw', () => {
  it('is no line of the log until the draw, which gives her seat back at once', async () => {
    const house = await filled(3, 0, 3)
    const [gone, ...staying] = house.group as [Fan, Fan, Fan]
    await app.moveTo(house.event.closesAt)
    await withdraw(app, gone)
    expect(await logOf(house)).toEqual([])
    await app.moveTo(await roundTime(app, owner, house.event))
    expect(await linesOf(house)).toEqual(['draw null', 'reduce own-wish'])
    expect(await stepsOf([gone, ...staying])).toEqual(['withdrawn', 'invited', 'invited'])
    await expectSeatsKept(house)
  })

  it('takes the whole unit out with the last of them', async () => {
    const house = await filled(2, 1, 3)
    await app.moveTo(house.event.closesAt)
    for (const one of house.group) await withdraw(app, one)
    expect(await linesOf(house)).toEqual(['withdraw own-wish'])
    await app.moveTo(await roundTime(app, owner, house.event))
    expect(await stepsOf([...house.group, ...house.solos])).toEqual(['withdrawn', 'withdrawn', 'invited'])
    await expectSeatsKept(house)
  })
})

describe('a group of whom nobody has answered when the event begins', () => {
  it('leaves its seats empty, and takes none from whoever has come', async () => {
    const house = await filled(2, 2, 3)
    await drawNow(house)
    const invited = (await Promise.all(house.solos.map(async (solo) => ((await stepOf(solo)) === 'invited' ? [solo] : [])))).flat()
    for (const solo of invited) await answerInvitation(app, solo, 'accept')
    await app.database.query(
      `update invitations set deadline = (select starts_at from events where id = $1) where event_id = $1 and state = 'pending'`,
      [house.event.id],
    )
    await app.moveTo(house.event.startsAt)
    for (const solo of invited) expect(await stepOf(solo)).toBe('coming')
    expect(await app.database.query(`select from invitations where event_id = $1 and state = 'pending'`, [house.event.id])).toEqual([])
    await expectSeatsKept(house)
  })
})

describe('one of a group who is excluded', () => {
  const exclusions = ({ event }: House) => `/api/organizations/${owner.slug}/events/${event.id}/exclusions`

  /** Asked by the owner, agreed to by a colleague; answers its id. */
  async function exclude(house: House, fan: Fan): Promise<string> {
    const agreeing = await colleague()
    const [application] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [fan.ticketId])
    const asked = await owner.client.post(exclusions(house), { applicationId: application?.id, reason: 'house-rules' })
    const id = textAt(asked.body, 'id')
    expect((await agreeing.post(`${exclusions(house)}/${id}/approval`)).body).toMatchObject({ state: 'approved' })
    return id
  }

  async function appealGranted(house: House, fan: Fan, id: string): Promise<number> {
    await app.client().post('/api/me/appeal', { text: 'That was somebody else.' }, bearer(fan.personalToken))
    return (await (await colleague()).post(`${exclusions(house)}/${id}/appeal/grant`)).status
  }

  const colleague = () => inviteColleague(app, owner, 'organizer')

  it('is in it again when her appeal is granted while the group waits, and no line tells of either', async () => {
    const house = await filled(2, 0, 3)
    await app.moveTo(house.event.closesAt)
    const [one, other] = house.group as [Fan, Fan]
    const id = await exclude(house, one)
    expect(await stepsOf([one, other])).toEqual(['excluded', 'entered'])
    expect(await appealGranted(house, one, id)).toBeLessThan(300)
    expect(await stepsOf([one, other])).toEqual(['entered', 'entered'])
    expect(await logOf(house)).toEqual([])
    await app.moveTo(await roundTime(app, owner, house.event))
    expect(await stepsOf([one, other])).toEqual(['invited', 'invited'])
    await expectSeatsKept(house)
  })

  it('gives back her own seat only, which is gone: her appeal comes too late for the draw', async () => {
    const house = await filled(2, 0, 3)
    await drawNow(house)
    await owner.client.post('/api/session', { email: owner.email, password })
    const [one, other] = house.group as [Fan, Fan]
    const id = await exclude(house, one)
    expect(await linesOf(house)).toEqual(['draw null', 'reduce house-rules'])
    expect(await stepsOf([one, other])).toEqual(['revoked', 'invited'])
    expect(await appealGranted(house, one, id)).toBe(409)
    expect(await stepsOf([one, other])).toEqual(['revoked', 'invited'])
    await expectSeatsKept(house)
  })
})
