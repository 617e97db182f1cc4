import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { ticketNumber } from '#draw'
import { inviteColleague } from '../factories/colleague.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { drawnEvent, openEvent } from '../factories/drawn-event.js'
import { answerInvitation, type Fan, personalPage, publicDraw, roundTime, subjectsTo } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'
import { calendarIn } from '../support/mail-calendar.js'

const start = new Date('2027-05-01T10:00:00Z')

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let fans: readonly Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  ;({ event, fans } = await drawnEvent(app, owner, { capacity: 3, fans: 7 }))
}, 60_000)
afterAll(() => app?.close())

const fan = (rank: number): Fan => {
  const found = fans[rank - 1]
  if (!found) throw new Error(`There is no rank ${rank}.`)
  return found
}
const listPath = ({ id }: PublishedEvent = event, { slug }: SignedUp = owner) => `/api/organizations/${slug}/events/${id}/invitations`
const list = (query = '', of: PublishedEvent = event): Promise<Answer> => owner.client.get(`${listPath(of)}${query}`)
const invitationOf = async ({ email }: Fan): Promise<string> => {
  const found = listAt((await list()).body, 'items').find((item) => at(item, 'email') === email)
  return textAt(found, 'id')
}
const revoke = (id: string, body: unknown, client: HttpClient = owner.client) => client.post(`${listPath()}/${id}/revocation`, body)
const logOf = async () => listAt((await publicDraw(app, owner, event, '/log')).body, 'items')

describe('the list of invitations', () => {
  it('shows the team who was invited, in the order of the draw, and what holds the seats', async () => {
    await answerInvitation(app, fan(2), 'accept')
    await answerInvitation(app, fan(3), 'decline')
    const { body } = await list()
    expect(at(body, 'counts')).toEqual({ pending: 2, accepted: 1, declined: 1, lapsed: 0, revoked: 0, waiting: 3 })
    expect(at(body, 'seats')).toEqual([{ pool: 'open', seats: 3, taken: 3 }])
    expect(at(body, 'nextCursor')).toBeNull()
    expect(
      listAt(body, 'items').map((item) => [at(item, 'rank'), at(item, 'email'), at(item, 'name'), at(item, 'state'), at(item, 'returned')]),
    ).toEqual([
      [1, fan(1).email, fan(1).name, 'pending', false],
      [2, fan(2).email, fan(2).name, 'accepted', false],
      [3, fan(3).email, fan(3).name, 'declined', false],
      [4, fan(4).email, fan(4).name, 'pending', false],
    ])
    const ids = (await list('?state=pending')).body
    expect(listAt(ids, 'items').map((item) => at(item, 'rank'))).toEqual([1, 4])
    expect(listAt((await list('?state=revoked')).body, 'items')).toEqual([])
  })

  it.each([
    ['state', '?state=gone'],
    ['state', '?state=pending&state=accepted'],
    ['cursor', '?cursor=x'],
    ['cursor', `?cursor=1.${'-'.repeat(36)}`],
    ['cursor', `?cursor=1.${'a'.repeat(36)}`],
    ['cursor', '?cursor=9999999999.00000000-0000-7000-8000-000000000000'],
    ['cursor', '?cursor=1&cursor=2'],
    ['rank', '?rank=1'],
  ])('refuses a wrong %s (%s)', async (field, query) => {
    const answer = await list(query)
    expect(answer.status).toBe(400)
    expect(at(answer.body, 'errors.0.path')).toBe(field)
  })
})

describe('taking an invitation back', () => {
  it('is told to the person with the reason and a note, to the public with the reason alone, and moves the seat on', async () => {
    const answer = await revoke(await invitationOf(fan(1)), { reason: 'house-rules', note: 'You know <b>why</b>, Sanne.' })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect((await personalPage(app, fan(1))).body).toMatchObject({
      step: 'revoked',
      invitation: { state: 'revoked' },
      can: { answer: false, giveBack: false },
    })
    expect((await logOf()).at(-1)).toMatchObject({
      type: 'disqualify',
      reason: 'house-rules',
      ticketNumber: ticketNumber(fan(1).ticketId),
      promoted: [{ ticketNumber: ticketNumber(fan(5).ticketId), pool: 'open' }],
    })
    await app.settled()
    const mail = app.sink?.mailsTo(fan(1).email).at(-1)
    if (!mail) throw new Error('no mail')
    expect(mail.parsed.subject).toMatch(/was taken back/)
    expect(mail.parsed.text).toContain('The reason is our house rules.')
    expect(mail.parsed.text).toContain('You know <b>why</b>, Sanne.')
    expect(mail.parsed.html).toContain('You know &lt;b&gt;why&lt;/b&gt;, Sanne.')
    expect(calendarIn(mail).method).toBe('CANCEL')
    expect(subjectsTo(app, fan(5)).at(-1)).toMatch(/came free for you/)
    for (const path of ['', '/log', '/bundle.json', '/tickets'])
      expect((await publicDraw(app, owner, event, path)).text).not.toContain('Sanne')
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('stands in the audit log, with who did it', async () => {
    const id = await invitationOf(fan(1))
    const entries = await app.database.query(
      `select user_id, organization_id, event_id, before, after from audit_log where action = 'invitation.revoked' and subject = $1`,
      [id],
    )
    expect(entries).toEqual([
      {
        user_id: owner.userId,
        organization_id: owner.organizationId,
        event_id: event.id,
        before: { state: 'pending' },
        after: { state: 'revoked', reason: 'house-rules', note: 'You know <b>why</b>, Sanne.' },
      },
    ])
  })

  it('twice is once, and ends what the person can do', async () => {
    const before = await logOf()
    expect((await revoke(await invitationOf(fan(1)), { reason: 'other' })).status).toBe(204)
    expect(await logOf()).toEqual(before)
    for (const answer of ['accept', 'decline'] as const)
      expect(await answerInvitation(app, fan(1), answer)).toMatchObject({
        status: 410,
        body: { type: 'urn:tweetup:problem:invitations:revoked' },
      })
    await app.settled()
    expect(subjectsTo(app, fan(1)).filter((subject) => /taken back/.test(subject))).toHaveLength(1)
  })

  it('works on an accepted seat, and not on one that was given up', async () => {
    expect((await revoke(await invitationOf(fan(2)), { reason: 'duplicate' })).status).toBe(204)
    expect(await personalPage(app, fan(2))).toMatchObject({ body: { step: 'revoked' } })
    expect((await revoke(await invitationOf(fan(3)), { reason: 'duplicate' })).status).toBe(409)
  })

  it.each([
    ['reason', {}],
    ['reason', { reason: 'because' }],
    ['reason', { reason: ['other'] }],
    ['reason', { reason: 'other\n' }],
    ['note', { reason: 'other', note: 'x'.repeat(501) }],
    ['note', { reason: 'other', note: 'a\u0000b' }],
    ['note', { reason: 'other', note: 12 }],
    ['state', { reason: 'other', state: 'revoked' }],
  ])('refuses a wrong %s: %j', async (field, body) => {
    const before = await logOf()
    const answer = await revoke(await invitationOf(fan(4)), body)
    expect(answer.status).toBe(400)
    expect(at(answer.body, 'errors.0.path')).toBe(field)
    expect(await logOf()).toEqual(before)
  })
})

describe('a foreigner', () => {
  it('finds none of it: neither in another organization nor through her own', async () => {
    const foreigner = await signUp(app.client())
    const other = await openEvent(app, foreigner, 1)
    const id = await invitationOf(fan(4))
    for (const path of [
      listPath(),
      listPath(event, foreigner),
      listPath({ ...event, id: '00000000-0000-7000-8000-000000000000' }, foreigner),
      listPath({ ...event, id: 'x' }, foreigner),
    ]) {
      expect((await foreigner.client.get(path)).status).toBe(404)
      expect((await revoke(id, { reason: 'other' }, foreigner.client)).status).toBe(404)
      expect((await foreigner.client.post(`${path}/${id}/revocation`, { reason: 'other' })).status).toBe(404)
    }
    expect((await foreigner.client.post(`${listPath(other, foreigner)}/${id}/revocation`, { reason: 'other' })).status).toBe(404)
    expect((await owner.client.post(`${listPath(other)}/${id}/revocation`, { reason: 'other' })).status).toBe(404)
    expect((await personalPage(app, fan(4))).body).toMatchObject({ step: 'invited' })
  })

  it('who is not signed in is asked to sign in', async () => {
    expect((await app.client().get(listPath())).status).toBe(401)
    expect((await revoke(await invitationOf(fan(4)), { reason: 'other' }, app.client())).status).toBe(401)
  })
})

describe('a colleague', () => {
  it.each<[Role, number, number]>([
    ['organizer', 200, 204],
    ['reviewer', 403, 403],
    ['moderator', 403, 403],
    ['door', 403, 403],
  ])('with the role %s is answered %i and %i', async (role, see, take) => {
    const colleague = await inviteColleague(app, owner, role)
    expect((await colleague.get(listPath())).status).toBe(see)
    const revoked = await revoke(await invitationOf(fan(1)), { reason: 'other' }, colleague)
    expect(revoked.status).toBe(take)
  })
})

/** Last, because it moves the clock past the deadlines of the event above. */
describe('a long list of invitations', () => {
  it('comes in pages', async () => {
    const large = await openEvent(app, owner, 104)
    await insertConfirmedApplications(app.database, large.id, 104)
    await app.moveTo(large.closesAt)
    await app.moveTo(await roundTime(app, owner, large))
    const first = (await list('', large)).body
    const second = (await list(`?cursor=${textAt(first, 'nextCursor')}`, large)).body
    expect([first, second].map((page) => listAt(page, 'items').length)).toEqual([100, 4])
    expect([...listAt(first, 'items'), ...listAt(second, 'items')].map((item) => at(item, 'rank'))).toEqual(
      Array.from({ length: 104 }, (_, index) => index + 1),
    )
    expect(at(second, 'nextCursor')).toBeNull()
  }, 60_000)
})
