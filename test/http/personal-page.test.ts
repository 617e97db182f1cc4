import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Application, ApplicationTokens } from '../../apps/api/src/applications/index.js'
import { DataSource } from 'typeorm'
import { apply, applyAndConfirm, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const minute = 60_000
const html = { headers: { accept: 'text/html' } }

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await openEvent()
}, 60_000)
afterAll(() => app.close())

/** An event that takes applications now. */
async function openEvent(changes: Readonly<Record<string, unknown>> = {}): Promise<PublishedEvent> {
  const published = await publishEvent(owner, { now: await app.now(), changes })
  await app.database.query('update events set opens_at = $2 where id = $1', [published.id, new Date((await app.now()).getTime() - minute)])
  return published
}

const fan = () => `${unique('fan')}@example.org`
const me = (token: string) => app.client().get('/api/me', bearer(token))
const confirm = (token: string, personalToken?: string) => app.client().post('/api/confirmations', { token, personalToken })
const withdraw = (token: string) => app.client().post('/api/me/withdrawal', undefined, bearer(token))
const rejoin = (token: string) => app.client().delete('/api/me/withdrawal', bearer(token))
const resend = (token: string) => app.client().post('/api/me/confirmation-mail', undefined, bearer(token))
const edit = (token: string, version: number | undefined, body: unknown) =>
  app.client().patch('/api/me', body, {
    headers: { authorization: `Bearer ${token}`, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  })

async function received(email: string, to = event): Promise<string> {
  return tokenIn(textAt((await apply(app.client(), owner, to, { email })).body, 'personalUrl'))
}

function pageData({ text }: Answer): unknown {
  return JSON.parse(/<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null')
}

const subjects = (email: string) => app.sink?.mailsTo(email).map(({ parsed }) => parsed.subject)

describe('a link that leads nowhere', () => {
  it('is answered in the same way whatever it is', async () => {
    const email = fan()
    await received(email)
    const tokens = ['', 'x', 'A'.repeat(24), await confirmTokenFor(app, email), `${'A'.repeat(400)}`]
    const answers = await Promise.all(tokens.map(me))
    expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 404))
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...(body as object), instance: '' }))).size).toBe(1)
    for (const method of ['withdraw', 'rejoin', 'resend'] as const)
      expect((await { withdraw, rejoin, resend }[method]('A'.repeat(24))).status).toBe(404)
    expect((await edit('A'.repeat(24), 1, { name: 'Sanne' })).status).toBe(404)
    expect((await confirm('A'.repeat(24))).status).toBe(404)
    expect((await app.client().get(`/me/${'A'.repeat(24)}`, html)).status).toBe(404)
    const page = await app.client().get(`/confirm/${'A'.repeat(24)}`, html)
    expect([page.status, pageData(page)]).toEqual([404, { kind: 'confirm', state: 'unknown', event: null, name: null }])
  })
})

describe('the personal page', () => {
  it('shows where it stands, what comes next and what can be done', async () => {
    const email = fan()
    const { body } = await me(await received(email))
    expect(body).toMatchObject({
      step: 'received',
      email,
      name: 'Sanne Vermeer',
      version: 1,
      confirmedAt: null,
      draw: null,
      invitation: null,
      event: { title: 'Night of the Comet', phase: 'open' },
      can: { edit: true, withdraw: true, rejoin: false, answer: false, giveBack: false, resendConfirmation: true },
      stamps: [{ kind: 'received' }],
    })
    expect(listAt(body, 'next').map((step) => [at(step, 'key'), at(step, 'at')])).toEqual([
      ['confirm', event.closesAt.toISOString()],
      ['freeze', event.closesAt.toISOString()],
      ['draw', new Date(event.closesAt.getTime() + 10 * minute).toISOString()],
      ['answer', event.answerBy.toISOString()],
      ['day', event.startsAt.toISOString()],
    ])
  })

  it('is a page that nobody keeps, finds or is told about', async () => {
    const token = await received(fan())
    const page = await app.client().get(`/me/${token}`, html)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.text).toMatch(/<meta name="robots" content="noindex/)
    expect(pageData(page)).toMatchObject({ kind: 'me', me: { step: 'received' } })
    expect((await me(token)).headers.get('cache-control')).toContain('no-store')
  })

  it('knows nothing of the nonce, the tokens or the organization behind it', async () => {
    const { text } = await me(await received(fan()))
    for (const word of ['nonce', 'TokenHash', 'tokenEpoch', 'shadow', 'emailKey', 'consent', 'organizationId'])
      expect(text).not.toContain(word)
  })
})

describe('confirming an address', () => {
  it('takes a press: opening the link changes nothing', async () => {
    const email = fan()
    const token = await received(email)
    const confirmToken = await confirmTokenFor(app, email)
    for (let time = 0; time < 3; time += 1) {
      const page = await app.client().get(`/confirm/${confirmToken}`, html)
      expect(page.status).toBe(200)
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
      expect(pageData(page)).toMatchObject({
        kind: 'confirm',
        state: 'open',
        name: 'Sanne Vermeer',
        event: { title: 'Night of the Comet' },
      })
    }
    expect(at((await me(token)).body, 'step')).toBe('received')
  })

  it('in the browser that applied keeps its link', async () => {
    const email = fan()
    const token = await received(email)
    const { status, body } = await confirm(await confirmTokenFor(app, email), token)
    expect(status).toBe(200)
    expect(tokenIn(textAt(body, 'personalUrl'))).toBe(token)
    expect((await me(token)).body).toMatchObject({
      step: 'confirmed',
      stamps: [{ kind: 'received' }, { kind: 'confirmed' }],
      can: { resendConfirmation: false, edit: true },
    })
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })

  it.each([undefined, 'A'.repeat(24)])('from elsewhere (%s) gives the page to the owner of the address alone', async (other) => {
    const email = fan()
    const typed = await received(email)
    const { body } = await confirm(await confirmTokenFor(app, email), other)
    const token = tokenIn(textAt(body, 'personalUrl'))
    expect(token).not.toBe(typed)
    expect((await me(typed)).status).toBe(404)
    expect(at((await me(token)).body, 'step')).toBe('confirmed')
    const mail = await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('Confirmed') ?? false)
    expect(tokenIn(mail?.parsed.text ?? '')).toBe(token)
  })

  it('twice is once', async () => {
    const email = fan()
    await received(email)
    const confirmToken = await confirmTokenFor(app, email)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => confirm(confirmToken)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(pageData(await app.client().get(`/confirm/${confirmToken}`, html))).toMatchObject({ state: 'confirmed' })
    await app.settled()
    expect(subjects(email)).toHaveLength(2)
  })

  it('does not work with the token of a shadow, which was never mailed', async () => {
    const email = fan()
    await received(email)
    await received(email)
    const shadow = await app.get(DataSource).manager.findOneByOrFail(Application, {
      email,
      shadowOf:
        (await app.database.query<{ id: string }>('select id from applications where email = $1 and shadow_of is null', [email]))[0]?.id ??
        '',
    })
    expect((await confirm(app.get(ApplicationTokens).confirm(shadow))).status).toBe(404)
  })

  it('revives what somebody else withdrew before the address was proven', async () => {
    const email = fan()
    const typed = await received(email)
    expect(at((await withdraw(typed)).body, 'step')).toBe('withdrawn')
    const { body } = await confirm(await confirmTokenFor(app, email))
    expect(at((await me(tokenIn(textAt(body, 'personalUrl')))).body, 'step')).toBe('confirmed')
  })

  it('sends its mail again when asked, three times in all', async () => {
    const email = fan()
    const token = await received(email)
    const answers = []
    for (let time = 0; time < 4; time += 1) answers.push((await resend(token)).status)
    expect(answers).toEqual([202, 202, 202, 429])
    await app.settled()
    expect(subjects(email)).toHaveLength(3)
  })

  it('sends nothing more once it is done', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    expect((await resend(personalToken)).status).toBe(202)
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })
})

describe('editing', () => {
  it('changes what it names, and keeps the ticket', async () => {
    const { personalToken } = await applyAndConfirm(app, owner, event, { email: fan() })
    const before = (await me(personalToken)).body
    const [place = '', wish = ''] = event.questionIds
    const { status, body, headers } = await edit(personalToken, 1, {
      name: 'Sanne V.',
      handle: '@sanne@mastodon.social',
      answers: { [wish]: 'The sea' },
    })
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"2"')
    expect(body).toMatchObject({
      name: 'Sanne V.',
      handle: '@sanne@mastodon.social',
      version: 2,
      answers: { [place]: 'Leiden', [wish]: 'The sea' },
      ticket: at(before, 'ticket') as object,
    })
    expect(at((await edit(personalToken, 2, { handle: '', answers: { [wish]: '' } })).body, 'handle')).toBeNull()
    expect(at((await me(personalToken)).body, `answers`)).not.toHaveProperty(wish)
  })

  it('needs the version that it edits', async () => {
    const token = await received(fan())
    expect((await edit(token, undefined, { name: 'A' })).status).toBe(428)
    expect((await edit(token, 7, { name: 'A' })).status).toBe(412)
    const both = await Promise.all([edit(token, 1, { name: 'A' }), edit(token, 1, { name: 'B' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it.each<[Record<string, unknown>, string]>([
    [{ name: '' }, 'name'],
    [{ name: 'a\r\nb' }, 'name'],
    [{ email: 'other@example.org' }, 'email'],
    [{ handle: 'https://bsky.app/profile/sanne.bsky.social' }, 'handle'],
    [{ answers: { nothing: 'x' } }, 'answers.nothing'],
    [{ withdrawnAt: null }, 'withdrawnAt'],
  ])('%j is refused at the field', async (body, path) => {
    const { status, body: problem } = await edit(await received(fan()), 1, body)
    expect([400, 422]).toContain(status)
    expect(at(problem, 'errors.0.path')).toBe(path)
  })

  it('cannot empty an answer that is needed', async () => {
    const [place = ''] = event.questionIds
    const { body } = await edit(await received(fan()), 1, { answers: { [place]: ' ' } })
    expect(at(body, 'errors.0.path')).toBe(`answers.${place}`)
  })
})

describe('withdrawing', () => {
  it('is confirmed by mail and can be taken back until the close', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    const gone = await withdraw(personalToken)
    expect(gone.body).toMatchObject({
      step: 'withdrawn',
      withdrawnAt: expect.any(String),
      can: { rejoin: true, edit: false, withdraw: false },
    })
    expect(listAt(gone.body, 'stamps').map((stamp) => at(stamp, 'kind'))).toEqual(['received', 'confirmed', 'withdrawn'])
    expect((await withdraw(personalToken)).status).toBe(200)
    await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('You have withdrawn') ?? false)
    expect((await edit(personalToken, 2, { name: 'A' })).status).toBe(409)
    expect(at((await rejoin(personalToken)).body, 'step')).toBe('confirmed')
    expect(at((await rejoin(personalToken)).body, 'step')).toBe('confirmed')
    await app.settled()
    expect(subjects(email)).toHaveLength(2)
  })

  it('of an address that nobody has confirmed sends it no mail', async () => {
    const email = fan()
    await withdraw(await received(email))
    await app.settled()
    expect(subjects(email)).toHaveLength(1)
  })

  it('and applying again brings a link to the page where it can be taken back', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    await withdraw(personalToken)
    expect((await apply(app.client(), owner, event, { email })).status).toBe(201)
    const mail = await app.sink?.mailTo(email, ({ parsed }) => /already on the list/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('You withdrew your application earlier.')
    expect(tokenIn(mail?.parsed.text ?? '')).toBe(personalToken)
  })
})

describe('a cancelled event', () => {
  it('is told to those who still hope, and to nobody else', async () => {
    const called = await openEvent()
    const [hopes, left, unproven] = [fan(), fan(), fan()]
    const { personalToken } = await applyAndConfirm(app, owner, called, { email: hopes })
    await withdraw((await applyAndConfirm(app, owner, called, { email: left })).personalToken)
    const waiting = await received(unproven, called)
    const confirmToken = await confirmTokenFor(app, unproven)
    const cancelled = await owner.client.post(`/api/organizations/${owner.slug}/events/${called.id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Night of the Comet',
    })
    expect(cancelled.status).toBe(200)
    await app.settled()
    const mail = await app.sink?.mailTo(hopes, ({ parsed }) => /is cancelled/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('There is a storm.')
    for (const email of [left, unproven]) expect(subjects(email)?.filter((subject) => /cancelled/.test(subject ?? ''))).toEqual([])

    expect((await me(personalToken)).body).toMatchObject({
      step: 'cancelled',
      next: [],
      can: { edit: false, withdraw: false, rejoin: false },
    })
    expect((await confirm(confirmToken)).status).toBe(410)
    expect((await withdraw(waiting)).status).toBe(410)
    expect(pageData(await app.client().get(`/confirm/${confirmToken}`, html))).toMatchObject({ state: 'tooLate' })
  })
})

describe('the close', () => {
  it('takes in everybody who was in time and nobody else, while people press at the last second', async () => {
    const rush = await openEvent()
    const people = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const email = fan()
        const typed = await received(email, rush)
        return { email, typed, confirmToken: await confirmTokenFor(app, email) }
      }),
    )
    const shadow = await received(people[0]?.email ?? '', rush)
    const confirmed: boolean[] = []
    const press = async (index: number) => {
      const { confirmToken, typed } = people[index] ?? { confirmToken: '', typed: '' }
      confirmed[index] = (await confirm(confirmToken, typed)).status === 200
    }
    await press(0)
    await app.database.query('update events set closes_at = $2 where id = $1', [rush.id, new Date((await app.now()).getTime() + 60)])
    const lane = async (from: number, to: number) => {
      for (let index = from; index < to; index += 1) await press(index)
    }
    await Promise.all([lane(1, 10), lane(10, 20), lane(20, 29)])
    await app.settled()
    await press(29)
    expect([confirmed[0], confirmed[29]]).toEqual([true, false])
    await app.settled()
    const [draw] = await app.database.query<{ entry_count: number; entries: string; excluded: string }>(
      'select entry_count, entries, excluded from draws where event_id = $1',
      [rush.id],
    )
    expect(draw?.entry_count).toBe(confirmed.filter(Boolean).length)
    for (const [index, { typed, email }] of people.entries()) {
      const { body } = await me(typed)
      expect(at(body, 'step')).toBe(confirmed[index] ? 'entered' : 'unconfirmed')
      expect(draw?.[confirmed[index] ? 'entries' : 'excluded']).toContain(textAt(body, 'ticket.id'))
      expect((await edit(typed, 1, { name: 'Late' })).status).toBe(410)
      expect(subjects(email)?.filter((subject) => /is in the draw|could not take part/.test(subject ?? ''))).toHaveLength(1)
    }
    const page = (await me(shadow)).body
    expect(at(page, 'step')).toBe('unconfirmed')
    expect(draw?.excluded).toContain(`${textAt(page, 'ticket.id')} unconfirmed`)
  }, 60_000)

  it('makes a withdrawal a line in the log of the draw', async () => {
    const closing = await openEvent()
    const email = fan()
    const { personalToken, ticketId } = await applyAndConfirm(app, owner, closing, { email })
    await app.database.query('update events set closes_at = $2 where id = $1', [closing.id, await app.now()])
    await app.settled()
    expect(listAt((await me(personalToken)).body, 'stamps').map((stamp) => at(stamp, 'kind'))).toEqual(['received', 'confirmed', 'entered'])
    expect((await withdraw(personalToken)).body).toMatchObject({ step: 'withdrawn', can: { rejoin: false } })
    expect((await rejoin(personalToken)).status).toBe(409)
    const [unit] = await app.database.query<{ state: string }>('select state from draw_units where ticket_id = $1', [ticketId])
    expect(unit?.state).toBe('out')
    const mail = await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('You have withdrawn') ?? false)
    expect(mail?.parsed.text).toContain('public log')
  })
})

describe('the whole way', () => {
  it('is told on one page, step by step, to the one who comes and the one who waits', async () => {
    const evening = await openEvent({ capacity: 1 })
    const fans = [fan(), fan()]
    const tokens: string[] = []
    for (const email of fans) tokens.push((await applyAndConfirm(app, owner, evening, { email })).personalToken)
    await app.moveTo(new Date(evening.closesAt.getTime() + minute))
    for (const email of fans) {
      const mail = await app.sink?.mailTo(email, ({ parsed }) => /is in the draw/.test(parsed.subject ?? ''))
      expect(mail?.parsed.text).toMatch(/The fingerprint of the frozen list\n[0-9a-f]{64}/)
      expect(mail?.parsed.text).toContain('trial beacon is not public')
    }
    await app.moveTo(new Date(evening.closesAt.getTime() + 15 * minute))

    const pages = await Promise.all(tokens.map(async (token) => (await me(token)).body))
    const [won = -1, lost = -1] = ['invited', 'waitlisted'].map((step) => pages.findIndex((page) => at(page, 'step') === step))
    const stampsOf = (page: unknown) => listAt(page, 'stamps').map((stamp) => at(stamp, 'kind'))
    expect(stampsOf(pages[won])).toEqual(['received', 'confirmed', 'entered', 'rank', 'invited'])
    expect(stampsOf(pages[lost])).toEqual(['received', 'confirmed', 'entered', 'rank'])
    expect(at(pages[won], 'can')).toMatchObject({ answer: true, giveBack: false, edit: false })

    const invitation = await app.sink?.mailTo(fans[won] ?? '', ({ parsed }) => /there is a seat for you/.test(parsed.subject ?? ''))
    expect(invitation?.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
    const file = invitation?.parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    expect(file).toBeDefined()
    const comfort = await app.sink?.mailTo(fans[lost] ?? '', ({ parsed }) => /no seat yet/.test(parsed.subject ?? ''))
    expect(comfort?.parsed.text).toContain('number 2 of 2')
    expect(comfort?.parsed.text).toContain('you are number 1 in that line')

    const token = tokens[won] ?? ''
    const yes = await app.client().post('/api/me/answer', { answer: 'accept' }, bearer(token))
    expect(yes.body).toMatchObject({ step: 'coming', can: { answer: false, giveBack: true } })
    expect(stampsOf(yes.body)).toEqual(['received', 'confirmed', 'entered', 'rank', 'invited', 'coming'])
    expect(listAt(yes.body, 'next').map((step) => at(step, 'key'))).toEqual(['day', 'thanks'])
    await app.sink?.mailTo(fans[won] ?? '', ({ parsed }) => /See you at/.test(parsed.subject ?? ''))

    const [item] = listAt(
      (await owner.client.get(`/api/organizations/${owner.slug}/events/${evening.id}/applications?step=coming`)).body,
      'items',
    )
    expect(item).toMatchObject({ email: fans[won], rank: 1, step: 'coming' })

    expect(at((await withdraw(token)).body, 'step')).toBe('withdrawn')
    const goodbye = await app.sink?.mailTo(fans[won] ?? '', ({ parsed }) => parsed.subject?.startsWith('You gave your seat back') ?? false)
    expect(goodbye?.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=CANCEL/i)

    const next = tokens[lost] ?? ''
    await app.sink?.mailTo(fans[lost] ?? '', ({ parsed }) => /a seat came free for you/.test(parsed.subject ?? ''))
    expect((await app.client().post('/api/me/answer', { answer: 'accept' }, bearer(next))).body).toMatchObject({ step: 'coming' })
    await app.moveTo(new Date(evening.endsAt.getTime() + minute))
    expect(at((await me(next)).body, 'step')).toBe('missed')
    expect(at((await me(token)).body, 'step')).toBe('withdrawn')
  }, 60_000)
})
