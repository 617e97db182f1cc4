import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { scanBadge } from '../support/scan-badge.js'
import { inviteColleague } from '../factories/colleague.js'
import { answer, badgeCode, type Invitee, inviteAll, personalPage } from '../factories/guests.js'
import { bearer } from '../factories/application.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, numberAt, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let door: HttpClient
let guests: Invitee[]

const [zoe, ada, racer, nuka, pending, declined, returned] = [0, 1, 2, 3, 4, 5, 6].map((index) => () => guests[index] as Invitee) as [
  () => Invitee,
  () => Invitee,
  () => Invitee,
  () => Invitee,
  () => Invitee,
  () => Invitee,
  () => Invitee,
]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-03-01T10:00:00Z' })
  owner = await signUp(app.client())
  door = await inviteColleague(app, owner, 'door')
  const drawn = await inviteAll(app, owner, [
    'Zoë van ’t Hof',
    'Ada Lovelace',
    '王小明',
    'Nuka',
    'Pending Person',
    'Declining Person',
    'Returning Person',
  ])
  event = drawn.event
  guests = drawn.invitees
  for (const guest of [zoe(), ada(), racer(), nuka(), returned()]) await answer(app, guest, 'accept')
  await answer(app, declined(), 'decline')
}, 90_000)
afterAll(() => app?.close())

const path = (rest: string, eventId = event.id) => `/api/organizations/${owner.slug}/events/${eventId}/${rest}`
const present = (body: unknown, client = door) => client.post(path('check-ins'), body)
const said = ({ body }: Answer) => [at(body, 'result'), at(body, 'reason')]
const attendees = async (search = '') => listAt((await door.get(path(`attendees?search=${encodeURIComponent(search)}`))).body, 'items')
const applicationId = async (search: string) => textAt((await attendees(search))[0], 'applicationId')

describe('a badge at the door', () => {
  it('opens once, and says since when after that', async () => {
    const code = await badgeCode(app, zoe())
    const first = await present({ code })
    expect(first.status).toBe(200)
    expect(said(first)).toEqual(['yes', undefined])
    expect(at(first.body, 'person.name')).toBe('Zoë van ’t Hof')
    expect(at(first.body, 'counts')).toEqual({ expected: 5, checkedIn: 1 })
    const second = await present({ code })
    expect(said(second)).toEqual(['already', undefined])
    expect(at(second.body, 'at')).toBe(at(first.body, 'at'))
    expect(at(second.body, 'counts')).toEqual({ expected: 5, checkedIn: 1 })
    expect(at(await personalPage(app, zoe()), 'step')).toBe('checkedIn')
  })

  it('lets one in when twenty doors scan it at once', async () => {
    const code = await badgeCode(app, racer())
    const answers = await Promise.all(Array.from({ length: 20 }, () => present({ code })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const results = answers.map(({ body }) => at(body, 'result'))
    expect(results.filter((result) => result === 'yes')).toHaveLength(1)
    expect(results.filter((result) => result === 'already')).toHaveLength(19)
    const times = new Set(answers.map(({ body }) => at(body, 'at')))
    expect(times.size).toBe(1)
  })

  it('is read from its picture and from nothing but that', async () => {
    const png = await fetch(`${app.url}/me/${nuka().personalToken}/badge.png`)
    expect(png.headers.get('content-type')).toBe('image/png')
    const code = await scanBadge(Buffer.from(await png.arrayBuffer()))
    expect(code).toBe(await badgeCode(app, nuka()))
    expect(said(await present({ code }))).toEqual(['yes', undefined])
    const pdf = await app.client().get(`/me/${nuka().personalToken}/badge.pdf`)
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  })

  it('is refused with its reason', async () => {
    const code = await badgeCode(app, ada())
    const forged = `${code.slice(0, 150)}${code[150] === 'A' ? 'B' : 'A'}${code.slice(151)}`
    expect(said(await present({ code: forged }))).toEqual(['no', 'badSignature'])
    expect(said(await present({ code: 'https://example.org/' }))).toEqual(['no', 'unknown'])
    expect(said(await present({ code: '' }))).toEqual(['no', 'unknown'])

    const other = await signUpOtherEvent()
    expect(said(await door.post(path('check-ins', other), { code }))).toEqual(['no', 'otherEvent'])

    const gone = await badgeCode(app, returned())
    expect((await app.client().post('/api/me/return', undefined, bearer(returned().personalToken))).status).toBe(200)
    expect(said(await present({ code: gone }))).toEqual(['no', 'cancelled'])
    expect(at(await personalPage(app, returned()), 'badge')).toBeNull()
  })

  it('stops working when the personal link was renewed', async () => {
    const code = await badgeCode(app, ada())
    await app.database.query(`update applications set token_epoch = token_epoch + 1 where email = $1`, [ada().email])
    expect(said(await present({ code }))).toEqual(['no', 'unknown'])
    await app.database.query(`update applications set token_epoch = token_epoch - 1 where email = $1`, [ada().email])
  })

  async function signUpOtherEvent(): Promise<string> {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Another evening' })
    return textAt(draft.body, 'id')
  }
})

describe('somebody without a badge', () => {
  it('is found by part of a name, whatever its case and accents', async () => {
    expect((await attendees('ZOE')).map((item) => at(item, 'name'))).toEqual(['Zoë van ’t Hof'])
    expect((await attendees('小')).map((item) => at(item, 'name'))).toEqual(['王小明'])
    const [first] = await attendees('lovel')
    expect((await attendees(textAt(first, 'ticketNumber'))).map((item) => at(item, 'name'))).toEqual(['Ada Lovelace'])
    expect(await attendees('%')).toEqual([])
    expect(await attendees('Pending')).toEqual([])
    expect((await attendees()).map((item) => at(item, 'name'))).toEqual(['Ada Lovelace', 'Nuka', 'Zoë van ’t Hof', '王小明'])
  })

  it('is let in by name, and out again when the name was the wrong one', async () => {
    const id = await applicationId('Ada')
    const before = numberAt((await door.get(path('door'))).body, 'checkedIn')
    expect(said(await present({ applicationId: id }))).toEqual(['yes', undefined])
    expect(at((await attendees('Ada'))[0], 'checkedInAt')).toEqual(expect.any(String))
    expect((await door.delete(path(`check-ins/${id}`))).status).toBe(204)
    expect((await door.delete(path(`check-ins/${id}`))).status).toBe(204)
    expect(at((await attendees('Ada'))[0], 'checkedInAt')).toBeNull()
    expect((await door.get(path('door'))).body).toEqual({
      event: { title: 'Night of the Comet', startsAt: event.startsAt.toISOString(), timeZone: 'Europe/Amsterdam' },
      expected: 4,
      checkedIn: before,
    })
    const audit = await app.database.query<{ action: string }>(`select action from audit_log where subject = $1 order by at, action`, [id])
    expect(audit.map(({ action }) => action)).toEqual(['guest.checked-in', 'guest.check-in-undone'])
  })

  it('stays out without a seat', async () => {
    const ids = await app.database.query<{ id: string; email: string }>('select id, email from applications where event_id = $1', [
      event.id,
    ])
    const idOf = ({ email }: Invitee) => ids.find((row) => row.email === email)?.id
    expect(said(await present({ applicationId: idOf(pending()) }))).toEqual(['no', 'notComing'])
    expect(said(await present({ applicationId: idOf(declined()) }))).toEqual(['no', 'cancelled'])
    expect(said(await present({ applicationId: '0197a000-0000-7000-8000-000000000000' }))).toEqual(['no', 'unknown'])
  })
})

describe('the door itself', () => {
  it('opens for those whose work it is', async () => {
    const reviewer = await inviteColleague(app, owner, 'reviewer')
    const foreigner = await signUp(app.client())
    const routes = ['door', 'attendees'].map((name) => path(name))
    for (const route of routes) {
      expect((await reviewer.get(route)).status).toBe(403)
      expect((await foreigner.client.get(route)).status).toBe(404)
      expect((await app.client().get(route)).status).toBe(401)
      expect((await owner.client.get(route)).status).toBe(200)
    }
    expect((await present({ code: 'x' }, foreigner.client)).status).toBe(404)
    const own = `/api/organizations/${foreigner.slug}/events/${event.id}`
    expect((await foreigner.client.get(`${own}/door`)).status).toBe(404)
    expect((await foreigner.client.post(`${own}/check-ins`, { code: await badgeCode(app, zoe()) })).status).toBe(404)
    expect((await foreigner.client.delete(`${own}/check-ins/${await applicationId('Zoë')}`)).status).toBe(404)
  })

  it.each<[unknown, string]>([
    [{}, 'code'],
    [{ code: null, applicationId: null }, 'code'],
    [{ code: 7 }, 'code'],
    [{ code: 'x'.repeat(501) }, 'code'],
    [{ applicationId: 'x' }, 'applicationId'],
    [{ code: 'x', admin: true }, 'admin'],
  ])('names what is wrong with %j', async (body, field) => {
    const { status, body: problem } = await present(body)
    expect([400, 422]).toContain(status)
    expect(textAt(problem, 'errors.0.path')).toBe(field)
    expect(textAt(problem, 'errors.0.message')).toMatch(/ /)
  })

  it('lets nobody in when the event is called off', async () => {
    const code = await badgeCode(app, ada())
    const cancelled = await owner.client.post(path('cancellation'), { reason: 'A storm.', confirmTitle: 'Night of the Comet' })
    expect(cancelled.status).toBeLessThan(300)
    expect(said(await present({ code }))).toEqual(['no', 'cancelled'])
  })
})
