import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { ticketNumber } from '#draw'
import { bearer } from '../factories/application.js'
import { inviteColleague } from '../factories/colleague.js'
import { drawnEvent, openEvent } from '../factories/drawn-event.js'
import { answerInvitation, type Fan, enterFans, personalPage, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, type HttpClient, listAt, textAt } from '../support/http-client.js'
import { calendarIn } from '../support/mail-calendar.js'

let app: TestApp
let owner: SignedUp
let colleague: HttpClient
let colleagueEmail: string
let event: PublishedEvent
let fans: readonly Fan[]

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client())
  colleague = await inviteColleague(app, owner, 'organizer')
  colleagueEmail = textAt((await colleague.get('/api/session')).body, 'user.email')
  ;({ event, fans } = await drawnEvent(app, owner, { capacity: 3, fans: 9 }))
}, 60_000)
afterAll(() => app?.close())

const fan = (rank: number): Fan => {
  const found = fans[rank - 1]
  if (!found) throw new Error(`There is no rank ${rank}.`)
  return found
}
const path = ({ id }: PublishedEvent = event, { slug }: SignedUp = owner) => `/api/organizations/${slug}/events/${id}/exclusions`
const applicationOf = async ({ ticketId }: Fan): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [ticketId])
  if (!row) throw new Error(`There is no application with ticket ${ticketId}.`)
  return row.id
}
const ask = async (who: Fan, wish: object = {}, client: HttpClient = owner.client, of: PublishedEvent = event): Promise<Answer> =>
  client.post(path(of), { applicationId: await applicationOf(who), reason: 'house-rules', ...wish })
const asked = async (...parameters: Parameters<typeof ask>): Promise<string> => {
  const answer = await ask(...parameters)
  if (answer.status !== 201) throw new Error(`Asking failed: ${answer.status} ${answer.text}`)
  return textAt(answer.body, 'id')
}
const decide = (id: string, what: string, client: HttpClient = colleague, of: PublishedEvent = event, body?: object): Promise<Answer> =>
  client.post(`${path(of)}/${id}/${what}`, body)
const excluded = async (who: Fan, of: PublishedEvent = event): Promise<string> => {
  const id = await asked(who, {}, owner.client, of)
  expect((await decide(id, 'approval', colleague, of)).body).toMatchObject({ state: 'approved' })
  return id
}
const appeal = (who: Fan, text: unknown = 'That was my sister.'): Promise<Answer> =>
  app.client().post('/api/me/appeal', { text }, bearer(who.personalToken))
const logOf = async (of: PublishedEvent = event) => listAt((await publicDraw(app, owner, of, '/log')).body, 'items')
const problem = (code: string) => ({ type: `urn:tweetup:problem:${code}` })
const mailTo = (who: Fan) => {
  const mail = app.sink?.mailsTo(who.email).at(-1)
  if (!mail) throw new Error('no mail')
  return mail
}

describe('an exclusion', () => {
  it('does nothing until a colleague agrees, and tells the public nothing', async () => {
    const before = await logOf()
    const { status, body } = await ask(fan(1), { note: 'You know <b>why</b>, Sanne.' })
    expect([status, at(body, 'state'), at(body, 'askedBy')]).toEqual([201, 'open', 'Mirjam de Vries'])
    expect(at(body, 'can')).toEqual({ decide: false, takeBack: true, decideAppeal: false })
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'invited', exclusion: null })
    expect(await logOf()).toEqual(before)
    const seen = (await colleague.get(path())).body
    expect(seen).toMatchObject({ waiting: 1, colleagues: 1 })
    expect(listAt(seen, 'items').map((item) => at(item, 'can'))).toEqual([{ decide: true, takeBack: false, decideAppeal: false }])
  })

  it('is not agreed to by whoever asked', async () => {
    const id = textAt((await owner.client.get(path())).body, 'items.0.id')
    for (const what of ['approval', 'rejection'])
      expect(await decide(id, what, owner.client)).toMatchObject({ status: 409, body: problem('exclusions:yourOwn') })
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'invited' })
    await expect(
      app.database.query(`update exclusions set state = 'approved', decided_by = asked_by, decided_at = now() where id = $1`, [id]),
    ).rejects.toThrow('exclusions_by_two')
  })

  it('is asked for once at a time', async () => {
    expect(await ask(fan(1), { reason: 'duplicate' }, colleague)).toMatchObject({ status: 409, body: problem('exclusions:asked') })
  })

  it('once agreed to, is told to the person with the note, to the public with the reason alone, and moves the seat on', async () => {
    const id = textAt((await owner.client.get(path())).body, 'items.0.id')
    expect((await decide(id, 'approval')).body).toMatchObject({ state: 'approved', askedBy: 'Mirjam de Vries' })
    expect((await personalPage(app, fan(1))).body).toMatchObject({
      step: 'revoked',
      invitation: { state: 'revoked' },
      exclusion: { reason: 'house-rules', note: 'You know <b>why</b>, Sanne.', appeal: null },
      can: { answer: false, giveBack: false, withdraw: false, appeal: true },
    })
    const { exclusion, stamps } = (await personalPage(app, fan(1))).body as {
      exclusion: { at: string }
      stamps: { kind: string; at: string }[]
    }
    expect(stamps.find(({ kind }) => kind === 'passedOn')?.at).toBe(exclusion.at)
    expect((await logOf()).at(-1)).toMatchObject({
      type: 'disqualify',
      reason: 'house-rules',
      ticketNumber: ticketNumber(fan(1).ticketId),
      promoted: [{ ticketNumber: ticketNumber(fan(4).ticketId), pool: 'open' }],
    })
    await app.settled()
    const { parsed } = mailTo(fan(1))
    expect(parsed.subject).toMatch(/was taken back/)
    expect(parsed.text).toContain('The reason is our house rules.')
    expect(parsed.text).toContain('You know <b>why</b>, Sanne.')
    expect(parsed.html).toContain('You know &lt;b&gt;why&lt;/b&gt;, Sanne.')
    expect(calendarIn(mailTo(fan(1))).method).toBe('CANCEL')
    expect(subjectsTo(app, fan(4)).at(-1)).toMatch(/came free for you/)
    for (const part of ['', '/log', '/bundle.json', '/tickets'])
      expect((await publicDraw(app, owner, event, part)).text).not.toContain('Sanne')
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('agreed to twice, also at the same time, is one line and one mail, and cannot be turned down any more', async () => {
    const id = await asked(fan(9))
    const answers = await Promise.all([1, 2, 3, 4].map(() => decide(id, 'approval')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await app.settled()
    expect((await logOf()).filter((line) => at(line, 'ticketNumber') === ticketNumber(fan(9).ticketId))).toHaveLength(1)
    expect(subjectsTo(app, fan(9)).filter((subject) => /taken out/.test(subject))).toHaveLength(1)
    expect(await decide(id, 'rejection')).toMatchObject({ status: 409, body: problem('exclusions:decided') })
    expect(await ask(fan(9))).toMatchObject({ status: 409, body: problem('exclusions:left') })
    const tickets = listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items')
    expect(tickets.map((ticket) => at(ticket, 'state'))).toEqual([
      'excluded',
      'invited',
      'invited',
      'invited',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'excluded',
    ])
    expect((await personalPage(app, fan(9))).body).toMatchObject({ step: 'excluded', can: { appeal: true } })
    for (const answer of ['accept', 'decline'] as const)
      expect(await answerInvitation(app, fan(1), answer)).toMatchObject({ status: 410, body: problem('invitations:revoked') })
  })

  it('that is turned down or taken back leaves everything as it was, and may be asked for again', async () => {
    const before = await logOf()
    const turnedDown = await asked(fan(8))
    expect((await decide(turnedDown, 'rejection')).body).toMatchObject({ state: 'rejected' })
    expect(await decide(turnedDown, 'approval')).toMatchObject({ status: 409, body: problem('exclusions:decided') })
    const takenBack = await asked(fan(8))
    expect(await colleague.delete(`${path()}/${takenBack}`)).toMatchObject({ status: 409, body: problem('exclusions:notYours') })
    expect((await owner.client.delete(`${path()}/${takenBack}`)).status).toBe(204)
    expect((await owner.client.delete(`${path()}/${takenBack}`)).status).toBe(204)
    expect((await decide(takenBack, 'approval')).body).toMatchObject({ state: 'ended', endedBecause: 'taken-back' })
    expect(await logOf()).toEqual(before)
    expect((await personalPage(app, fan(8))).body).toMatchObject({ step: 'waitlisted', exclusion: null, can: { appeal: false } })
  })

  it('ends by itself when the person leaves before a colleague has agreed', async () => {
    const id = await asked(fan(7))
    expect((await withdraw(app, fan(7))).status).toBe(200)
    await app.settled()
    expect((await decide(id, 'approval')).body).toMatchObject({ state: 'ended', endedBecause: 'left' })
    expect(
      (await logOf()).filter((line) => at(line, 'ticketNumber') === ticketNumber(fan(7).ticketId)).map((line) => at(line, 'type')),
    ).toEqual(['withdraw'])
    expect(await ask(fan(7))).toMatchObject({ status: 409, body: problem('exclusions:left') })
  })

  it('stands in the audit log, each act with who did it', async () => {
    const [colleagueRow] = await app.database.query<{ user_id: string }>(
      `select user_id from memberships where organization_id = $1 and user_id <> $2`,
      [owner.organizationId, owner.userId],
    )
    const [first] = await app.database.query<{ id: string }>(`select id from exclusions where application_id = $1`, [
      await applicationOf(fan(1)),
    ])
    const entries = await app.database.query(
      `select action, user_id, organization_id, event_id from audit_log where subject = $1 order by at, id`,
      [first?.id],
    )
    const where = { organization_id: owner.organizationId, event_id: event.id }
    expect(entries).toEqual([
      { action: 'exclusion.asked', user_id: owner.userId, ...where },
      { action: 'exclusion.approved', user_id: colleagueRow?.user_id, ...where },
    ])
  })

  it.each([
    [400, 'reason', { reason: undefined }],
    [400, 'reason', { reason: 'because' }],
    [400, 'reason', { reason: ['other'] }],
    [400, 'note', { note: 'x'.repeat(501) }],
    [400, 'note', { note: 'a\u0000b' }],
    [400, 'state', { state: 'approved' }],
    [400, 'applicationId', { applicationId: 'x' }],
    [422, 'note', { reason: 'other' }],
    [422, 'note', { reason: 'other', note: '  ' }],
  ])('is refused with %i for a wrong %s: %j', async (status, field, wish) => {
    const answer = await ask(fan(8), wish)
    expect([answer.status, at(answer.body, 'errors.0.path')]).toEqual([status, field])
  })

  it('is refused for whom is not in the draw', async () => {
    const open = await openEvent(app, owner, 1)
    const [early] = await enterFans(app, owner, open, 1)
    if (!early) throw new Error('no fan')
    expect(await ask(early, {}, owner.client, open)).toMatchObject({ status: 409, body: problem('exclusions:notSealed') })
    expect((await ask(early)).status).toBe(404)
    expect((await ask(fan(8), { applicationId: '00000000-0000-7000-8000-000000000000' })).status).toBe(404)
  })
})

describe('an appeal', () => {
  it('is refused to whom nobody has excluded, and when it says nothing or too much', async () => {
    expect(await appeal(fan(2))).toMatchObject({ status: 409, body: problem('exclusions:notExcluded') })
    for (const text of ['', '   ', 'x'.repeat(1001), 12, null]) expect((await appeal(fan(1), text)).status).toBe(400)
    expect((await app.client().post('/api/me/appeal', { text: 'x' }, bearer('no-such-token'))).status).toBe(404)
  })

  it('is made once, and seen by the team', async () => {
    expect((await appeal(fan(1), 'That was <i>my sister</i>.')).body).toMatchObject({
      step: 'revoked',
      exclusion: { appeal: { text: 'That was <i>my sister</i>.', state: 'open' } },
      can: { appeal: false },
    })
    expect(await appeal(fan(1))).toMatchObject({ status: 409, body: problem('exclusions:appealed') })
    const { body } = await colleague.get(path())
    expect(at(body, 'waiting')).toBe(1)
    expect(at(body, 'items.0.appeal')).toMatchObject({ text: 'That was <i>my sister</i>.', state: 'open' })
    expect(at(body, 'items.0.can')).toEqual({ decide: false, takeBack: false, decideAppeal: true })
    expect(at((await owner.client.get(path())).body, 'items.0.can.decideAppeal')).toBe(false)
  })

  it('is not decided by whoever asked for the exclusion', async () => {
    const id = textAt((await owner.client.get(path())).body, 'items.0.id')
    for (const [what, body] of [['appeal/grant'], ['appeal/refusal', { answer: 'No.' }]] as const)
      expect(await decide(id, what, owner.client, event, body)).toMatchObject({ status: 409, body: problem('exclusions:yourOwnAppeal') })
    expect((await decide(id, 'appeal/refusal', colleague, event, {})).status).toBe(400)
  })

  it('that is granted puts the ticket back at its old place, with a line in the log', async () => {
    const id = textAt((await owner.client.get(path())).body, 'items.0.id')
    expect((await decide(id, 'appeal/grant')).body).toMatchObject({ state: 'reinstated', appeal: { state: 'granted' } })
    expect((await decide(id, 'appeal/grant')).status).toBe(200)
    expect(await decide(id, 'appeal/refusal', colleague, event, { answer: 'No.' })).toMatchObject({
      status: 409,
      body: problem('exclusions:appealDecided'),
    })
    const lines = (await logOf()).filter((line) => at(line, 'ticketNumber') === ticketNumber(fan(1).ticketId))
    expect(lines.map((line) => [at(line, 'type'), at(line, 'reason')])).toEqual([
      ['disqualify', 'house-rules'],
      ['reinstate', 'appeal-granted'],
    ])
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'waitlisted', exclusion: { appeal: { state: 'granted' } } })
    await app.settled()
    expect(subjectsTo(app, fan(1)).at(-1)).toMatch(/back in the draw/)
    // The next seat that comes free is hers again: nobody who waits stands before her.
    expect((await answerInvitation(app, fan(2), 'decline')).status).toBe(200)
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'invited' })
    expect((await answerInvitation(app, fan(1), 'accept')).status).toBe(200)
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
  })

  it('that is refused is answered by mail and on the page, and leaves the ticket out', async () => {
    const before = await logOf()
    expect((await appeal(fan(9))).status).toBe(200)
    const id = textAt((await colleague.get(path())).body, 'items.0.id')
    expect((await decide(id, 'appeal/refusal', colleague, event, { answer: 'We saw <you> twice.' })).body).toMatchObject({
      state: 'approved',
      appeal: { state: 'refused', answer: 'We saw <you> twice.' },
    })
    expect(await decide(id, 'appeal/grant')).toMatchObject({ status: 409, body: problem('exclusions:appealDecided') })
    expect(await logOf()).toEqual(before)
    await app.settled()
    expect(mailTo(fan(9)).parsed.subject).toMatch(/About your appeal/)
    expect(mailTo(fan(9)).parsed.text).toContain('We saw <you> twice.')
    expect(mailTo(fan(9)).parsed.html).toContain('We saw &lt;you&gt; twice.')
    expect((await personalPage(app, fan(9))).body).toMatchObject({
      step: 'excluded',
      exclusion: { appeal: { state: 'refused', answer: 'We saw <you> twice.' } },
      can: { appeal: false },
    })
    expect(await appeal(fan(9))).toMatchObject({ status: 409, body: problem('exclusions:appealed') })
  })

  it('after a return there can be another exclusion, with an appeal of its own', async () => {
    await excluded(fan(1))
    expect((await personalPage(app, fan(1))).body).toMatchObject({ step: 'revoked', can: { appeal: true } })
  })
})

describe('before the draw', () => {
  it('a sealed ticket can be excluded and come back, and the draw still verifies', async () => {
    const sealed = await openEvent(app, owner, 1)
    const [one, other] = await enterFans(app, owner, sealed, 2)
    if (!one || !other) throw new Error('no fans')
    await app.moveTo(sealed.closesAt)
    const id = await excluded(one, sealed)
    await excluded(other, sealed)
    expect((await personalPage(app, one)).body).toMatchObject({ step: 'excluded', can: { appeal: true } })
    expect((await appeal(one)).status).toBe(200)
    expect((await decide(id, 'appeal/grant', colleague, sealed)).body).toMatchObject({ state: 'reinstated' })
    expect((await personalPage(app, one)).body).toMatchObject({ step: 'entered' })
    await app.moveTo(await roundTime(app, owner, sealed))
    expect((await personalPage(app, one)).body).toMatchObject({ step: 'invited' })
    expect((await personalPage(app, other)).body).toMatchObject({ step: 'excluded' })
    expect(await verifyDraw(app, owner, sealed)).toMatchObject({ ok: true, drawn: true })
  }, 30_000)
})

describe('a foreigner', () => {
  it('finds none of it: neither in another organization nor through her own', async () => {
    const foreigner = await signUp(app.client())
    const id = await asked(fan(6))
    const other = await openEvent(app, owner, 1)
    const wish = { applicationId: await applicationOf(fan(6)), reason: 'duplicate' }
    for (const base of [path(), path(event, foreigner), path({ ...event, id: 'x' }, foreigner)]) {
      expect((await foreigner.client.get(base)).status).toBe(404)
      expect((await foreigner.client.post(base, wish)).status).toBe(404)
      expect((await foreigner.client.delete(`${base}/${id}`)).status).toBe(404)
      for (const what of ['approval', 'rejection', 'appeal/grant'])
        expect((await foreigner.client.post(`${base}/${id}/${what}`)).status).toBe(404)
    }
    for (const what of ['approval', 'rejection', 'appeal/grant']) expect((await decide(id, what, colleague, other)).status).toBe(404)
    expect((await decide('00000000-0000-7000-8000-000000000000', 'approval')).status).toBe(404)
    expect((await app.client().get(path())).status).toBe(401)
    expect(listAt((await owner.client.get(path())).body, 'items').find((item) => at(item, 'id') === id)).toMatchObject({ state: 'open' })
  })

  it('who works alone is told to invite a colleague, and a door helper is none who could agree', async () => {
    const alone = await signUp(app.client())
    const { event: own, fans: guests } = await drawnEvent(app, alone, { capacity: 1, fans: 2 })
    const [guest] = guests
    if (!guest) throw new Error('no fan')
    await inviteColleague(app, alone, 'door')
    const wish = { applicationId: await applicationOf(guest), reason: 'duplicate' }
    expect((await alone.client.get(path(own, alone))).body).toMatchObject({ colleagues: 0 })
    expect(await alone.client.post(path(own, alone), wish)).toMatchObject({ status: 409, body: problem('exclusions:alone') })
    const helper = await inviteColleague(app, alone, 'organizer')
    const { body } = await alone.client.post(path(own, alone), wish)
    expect((await helper.post(`${path(own, alone)}/${textAt(body, 'id')}/approval`)).status).toBe(200)
  }, 30_000)

  it.each<[Role, number]>([
    ['organizer', 200],
    ['reviewer', 403],
    ['moderator', 403],
    ['door', 403],
  ])('a colleague with the role %s is answered %i', async (role, status) => {
    const client = await inviteColleague(app, owner, role)
    expect((await client.get(path())).status).toBe(status)
    if (status === 200) return
    expect((await ask(fan(8), {}, client)).status).toBe(status)
    const id = textAt((await owner.client.get(path())).body, 'items.0.id')
    for (const what of ['approval', 'rejection', 'appeal/grant']) expect((await decide(id, what, client)).status).toBe(status)
  })
})

/** Last, because it moves the clock by weeks, after which everybody signs in again. */
describe('when the event begins', () => {
  const comeBack = async () => {
    for (const [client, email] of [
      [owner.client, owner.email],
      [colleague, colleagueEmail],
    ] as const)
      expect((await client.post('/api/session', { email, password })).status).toBe(200)
  }

  it('open requests and appeals end by themselves, and no new ones are taken', async () => {
    const { event: soon, fans: guests } = await drawnEvent(app, owner, { capacity: 1, fans: 3 })
    const [first, second, third] = guests
    if (!first || !second || !third) throw new Error('no fans')
    await excluded(first, soon)
    expect((await appeal(first)).status).toBe(200)
    await asked(third, {}, owner.client, soon)
    const [row] = await app.database.query<{ starts_at: Date }>('select starts_at from events where id = $1', [soon.id])
    await app.moveTo(row?.starts_at ?? '')
    await comeBack()
    const { body } = await colleague.get(path(soon))
    expect(at(body, 'waiting')).toBe(0)
    expect(listAt(body, 'items')).toMatchObject(
      [
        { state: 'approved', appeal: { state: 'ended' } },
        { state: 'ended', endedBecause: 'event-began' },
      ].toReversed(),
    )
    expect(await ask(second, {}, owner.client, soon)).toMatchObject({ status: 409, body: problem('exclusions:eventBegan') })
    expect((await personalPage(app, first)).body).toMatchObject({ exclusion: { appeal: { state: 'ended' } }, can: { appeal: false } })
  }, 30_000)

  it('or is cancelled, too', async () => {
    const { event: off, fans: guests } = await drawnEvent(app, owner, { capacity: 1, fans: 2 })
    const [first, second] = guests
    if (!first || !second) throw new Error('no fans')
    await excluded(first, off)
    const request = await asked(second, {}, owner.client, off)
    const cancelled = await owner.client.post(`/api/organizations/${owner.slug}/events/${off.id}/cancellation`, {
      reason: 'A storm.',
      confirmTitle: 'Night of the Comet',
    })
    expect(cancelled.status).toBe(200)
    await app.settled()
    expect((await decide(request, 'approval', colleague, off)).body).toMatchObject({ state: 'ended', endedBecause: 'cancelled' })
    expect(await appeal(first)).toMatchObject({ status: 410, body: problem('exclusions:cancelled') })
    expect(await ask(first, {}, owner.client, off)).toMatchObject({ status: 409, body: problem('exclusions:cancelled') })
  }, 30_000)
})
