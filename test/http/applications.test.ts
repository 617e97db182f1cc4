import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { SignedReceiptDto } from '../../apps/api/src/applications/dto/receipt.dto.js'
import { holderOfEmail, ticketId, verifyReceipt } from '#draw'
import { apply, applicationBody, applyAndConfirm, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const hour = 3_600_000

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
  event = await publishEvent(owner, { now: start })
  await app.moveTo(new Date(event.opensAt.getTime() + hour))
}, 60_000)
afterAll(() => app.close())

const fan = () => `${unique('fan')}@example.org`
const send = (changes: Readonly<Record<string, unknown>> = {}) => apply(app.client(), owner, event, { email: fan(), ...changes })
const errorsOf = (body: unknown) => listAt(body, 'errors').map((error) => [at(error, 'path'), at(error, 'code')])
const [place, wish, travel] = [0, 1, 2].map((index) => () => event.questionIds[index] ?? '') as [() => string, () => string, () => string]

describe('an application', () => {
  it('is answered at once, and proven by the signed receipt of its mail', async () => {
    const email = fan()
    const body = applicationBody(event, { email: `  ${email.toUpperCase()} ` })
    const { status, body: receipt } = await app.client().post(`/api/public/${owner.slug}/${event.slug}/applications`, body)
    expect(status).toBe(201)
    expect(Object.keys(receipt as object).sort()).toEqual([
      'closesAt',
      'email',
      'name',
      'personalUrl',
      'receivedAt',
      'ticketId',
      'ticketNumber',
    ])

    const { parsed } = await (app.sink?.mailTo(textAt(receipt, 'email')) ?? Promise.reject(new Error('no sink')))
    const [delivery] = await app.database.query<{ signed: SignedReceiptDto }>(
      `select params -> 'receipt' as signed from deliveries where recipient = $1`,
      [textAt(receipt, 'email')],
    )
    const signed = delivery?.signed
    if (!signed) throw new Error('The mail has no receipt.')
    for (const proof of [signed.ticketId, signed.nonce, signed.holder, signed.signature]) expect(parsed.text).toContain(proof)
    expect(signed.holder).toBe(holderOfEmail(email))
    expect(signed.nonce.startsWith(String(body.nonce))).toBe(true)
    expect(signed.nonce).toMatch(/^[0-9a-f]{64}$/)
    expect(ticketId(event.id, Buffer.from(signed.nonce, 'hex'), signed.holder)).toBe(signed.ticketId)
    expect(at(receipt, 'ticketId')).toBe(signed.ticketId)
    expect(at(receipt, 'ticketNumber')).toBe(`${signed.ticketId.slice(0, 4)}-${signed.ticketId.slice(4, 8)}`)
    expect(
      await verifyReceipt({ event: signed.event, ticketId: signed.ticketId, time: signed.time }, signed.signature, signed.publicKey),
    ).toBe(true)
    expect(
      await verifyReceipt({ event: signed.event, ticketId: signed.ticketId, time: signed.time + 1 }, signed.signature, signed.publicKey),
    ).toBe(false)
  })

  it('sends one mail, from the host, that asks for the proof of the address', async () => {
    const email = fan()
    await send({ email, locale: 'nl' })
    const { parsed, raw } = await (app.sink?.mailTo(email) ?? Promise.reject(new Error('no sink')))
    expect(parsed.from).toEqual({ name: expect.stringMatching(/^Mirjam de Vries via Museum Duinlicht/), address: 'tweetup@localhost' })
    expect(parsed.replyTo?.[0]?.address).toBe('mirjam@duinlicht.example')
    expect(parsed.subject).toBe('Is dit jouw adres? Bevestig het voor Night of the Comet')
    expect(parsed.text).toContain(`${app.config.publicUrl}/confirm/`)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/im)
    expect(parsed.text).not.toContain('/me/')
    await app.settled()
    expect(app.sink?.mailsTo(email)).toHaveLength(1)
  })

  it('keeps what was answered, cleaned', async () => {
    const { body } = await send({
      name: ' Zoe\u0308  ',
      handle: 'Sanne.bsky.social',
      answers: { [place()]: ' Lei\u202Eden\t', [travel()]: 'Train', [wish()]: 'one\r\ntwo' },
    })
    const page = await app.client().get('/api/me', bearer(tokenIn(textAt(body, 'personalUrl'))))
    expect(page.body).toMatchObject({
      name: 'Zoë',
      handle: 'sanne.bsky.social',
      answers: { [place()]: 'Leiden', [travel()]: 'Train', [wish()]: 'one\ntwo' },
    })
  })

  it('keeps no token in the database', async () => {
    const email = fan()
    const { body } = await send({ email })
    const token = tokenIn(textAt(body, 'personalUrl'))
    const confirm = await confirmTokenFor(app, email)
    const rows = await app.database.query<{ row: string }>(
      `select to_jsonb(a)::text as row from applications a union all select to_jsonb(d)::text from deliveries d`,
    )
    const jobs = await app.database.query<{ row: string }>('select data::text as row from pgboss.job')
    for (const { row } of [...rows, ...jobs]) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(confirm)
    }
  })

  it('takes effect once when it is sent twice with one Idempotency-Key', async () => {
    const email = fan()
    const client = app.client()
    const body = applicationBody(event, { email })
    const key = { headers: { 'idempotency-key': unique('application-key-') } }
    const path = `/api/public/${owner.slug}/${event.slug}/applications`
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.post(path, body, key)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await app.database.query('select id from applications where email_key = $1', [email])).toHaveLength(1)
  })
})

describe('a second application with the same address', () => {
  it('looks exactly like a first, and changes nothing', async () => {
    const email = fan()
    const first = await send({ email })
    const again = await send({ email: email.toUpperCase() })
    expect(again.status).toBe(201)
    expect(Object.keys(again.body as object)).toEqual(Object.keys(first.body as object))
    expect(again.text.length).toBe(first.text.length)
    const headers = (answer: typeof first) => [...answer.headers.keys()].sort()
    expect(headers(again)).toEqual(headers(first))

    const [one, other] = await Promise.all(
      [first, again].map(({ body }) => app.client().get('/api/me', bearer(tokenIn(textAt(body, 'personalUrl'))))),
    )
    const shape = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, inner) => (['id', 'number', 'receivedAt', 'at', 'now', 'email'].includes(key) ? '…' : inner)))
    expect(shape(other?.body)).toEqual(shape(one?.body))
    const live = await app.database.query<{ id: string }>('select id from applications where email_key = $1 and shadow_of is null', [email])
    expect(live).toHaveLength(1)
  })

  it('does not tell whether the first was confirmed, and mails its owner the link to her page', async () => {
    const email = fan()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email })
    const shadow = await send({ email })
    expect(shadow.status).toBe(201)
    expect((await app.client().get('/api/me', bearer(tokenIn(textAt(shadow.body, 'personalUrl'))))).body).toMatchObject({
      step: 'received',
      confirmedAt: null,
    })
    const mail = await app.sink?.mailTo(email, ({ parsed }) => parsed.subject?.startsWith('You are already on the list') ?? false)
    expect(tokenIn(mail?.parsed.text ?? '')).toBe(personalToken)

    await send({ email })
    await send({ email })
    await app.settled()
    expect(app.sink?.mailsTo(email)).toHaveLength(2)
  })

  it('causes no second mail to an address that nobody has confirmed', async () => {
    const email = fan()
    for (let time = 0; time < 6; time += 1) expect((await send({ email })).status).toBe(201)
    await app.settled()
    expect(app.sink?.mailsTo(email)).toHaveLength(1)
  })

  it('is one with a tag or dots that the provider ignores, and none at a provider that is not known', async () => {
    const name = unique('fan')
      .replaceAll(/[^a-z0-9]/gi, '')
      .toLowerCase()
    for (const email of [`${name}@gmail.com`, `${name.slice(0, 3)}.${name.slice(3)}+comet@googlemail.com`]) await send({ email })
    for (const email of [`${name}@example.org`, `${name}+comet@example.org`]) await send({ email })
    await app.settled()
    const mailed = ['@gmail.com', '+comet@googlemail.com', '@example.org', '+comet@example.org'].map(
      (end) =>
        (app.sink?.mails ?? []).filter(({ envelopeTo }) => envelopeTo[0]?.replaceAll('.', '').endsWith(`${name}${end}`.replaceAll('.', '')))
          .length,
    )
    expect(mailed).toEqual([1, 0, 1, 1])
  })

  it('at the same moment leaves one that counts', async () => {
    const email = fan()
    const answers = await Promise.all(Array.from({ length: 12 }, () => send({ email })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const [count] = await app.database.query<{ live: number; all: number }>(
      'select count(*) filter (where shadow_of is null)::int as live, count(*)::int as all from applications where email_key = $1',
      [email],
    )
    expect(count).toEqual({ live: 1, all: 12 })
  })
})

describe('a bad application', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: undefined }, 'name'],
    ['an empty name', { name: '  ' }, 'name'],
    ['a name of another type', { name: 7 }, 'name'],
    ['a name with a line break', { name: 'Sanne\r\nBcc: everybody@example.org' }, 'name'],
    ['a name with NUL', { name: 'San\u0000ne' }, 'name'],
    ['a name that is half a character', { name: 'Sanne \uD800' }, 'name'],
    ['a name of 201 characters', { name: 'a'.repeat(201) }, 'name'],
    ['an address that is none', { email: 'sanne' }, 'email'],
    ['an address with a header in it', { email: 'a@example.org\r\nBcc: b@example.org' }, 'email'],
    ['two addresses', { email: 'a@example.org, b@example.org' }, 'email'],
    ['no consent', { consent: false }, 'consent'],
    ['a language that we do not speak', { locale: 'tlh' }, 'locale'],
    ['a nonce that is no hex', { nonce: 'z'.repeat(32) }, 'nonce'],
    ['a short nonce', { nonce: 'ab' }, 'nonce'],
    ['answers that are a list', { answers: ['x'] }, 'answers'],
    ['an answer that is an object', { answers: { x: { y: 1 } } }, 'answers'],
    ['a field that we do not know', { confirmedAt: '2027-01-01T00:00:00Z' }, 'confirmedAt'],
    ['a handle without its network', { handle: '@sanne' }, 'handle'],
  ])('with %s is refused at the field', async (_, changes, path) => {
    const { status, body, headers } = await send(changes)
    expect([400, 422]).toContain(status)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(errorsOf(body).map(([where]) => where)).toContain(path)
  })

  it('names every answer that does not fit', async () => {
    const { status, body } = await send({ answers: { [wish()]: 'x'.repeat(401), [travel()]: 'Rocket', stranger: 'hello' } })
    expect(status).toBe(422)
    expect(errorsOf(body)).toEqual([
      [`answers.${place()}`, 'forms:required'],
      [`answers.${wish()}`, 'forms:tooLong'],
      [`answers.${travel()}`, 'forms:notAnOption'],
      ['answers.stranger', 'forms:unknownQuestion'],
    ])
    expect(textAt(body, 'errors.1.message')).toContain('400')
  })

  it('with an answer of almost a megabyte is told which answer', async () => {
    const { status, body } = await send({ answers: { [place()]: 'x'.repeat(900_000), [travel()]: 'Bike' } })
    expect(status).toBe(422)
    expect(errorsOf(body)).toEqual([[`answers.${place()}`, 'forms:tooLong']])
  })

  it('with more than a megabyte is refused before it is read', async () => {
    expect((await send({ answers: { [place()]: 'x'.repeat(1_200_000) } })).status).toBe(413)
  })

  it('with the address of a profile is offered the handle', async () => {
    const { status, body } = await send({ handle: 'https://mastodon.social/@sanne' })
    expect(status).toBe(422)
    expect(at(body, 'errors.0')).toEqual({
      path: 'handle',
      code: 'applications:handleIsAddress',
      message: expect.stringContaining('@sanne@mastodon.social'),
      suggestion: '@sanne@mastodon.social',
    })
  })

  it('is told in Dutch to whoever reads Dutch', async () => {
    const { body } = await app
      .client()
      .post(`/api/public/${owner.slug}/${event.slug}/applications`, applicationBody(event, { answers: {} }), {
        headers: { 'accept-language': 'nl-NL,nl;q=0.9' },
      })
    expect(textAt(body, 'errors.0.message')).toBe('Wil je deze vraag nog beantwoorden?')
  })

  it('to an event that is not there is not found, whatever it says', async () => {
    for (const path of [`/api/public/${owner.slug}/nothing/applications`, `/api/public/nobody/${event.slug}/applications`]) {
      expect((await app.client().post(path, applicationBody(event, { email: fan() }))).status).toBe(404)
    }
  })
})

describe('what people are called', () => {
  it.each([
    'O',
    'Jan van der Berg',
    'Siân ’t Hooft',
    'Ζωή Παππά',
    'Юлия',
    'عبد الرحمن',
    'נועה',
    '王小明',
    'さくら',
    '김민수',
    'สมชาย',
    '🦊',
    'é'.repeat(200),
    '<script>alert(1)</script>',
    '"; drop table applications; --',
    '=HYPERLINK("x")',
    '{{constructor}} ${7*7}',
  ])('%s comes back as it was sent', async (name) => {
    const email = fan()
    const { status, body } = await send({ name, email })
    expect(status).toBe(201)
    const token = tokenIn(textAt(body, 'personalUrl'))
    expect(at((await app.client().get('/api/me', bearer(token))).body, 'name')).toBe(name)
    const page = await app.client().get(`/me/${token}`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert(1)')
    const mail = await app.sink?.mailTo(email)
    expect(mail?.parsed.html).not.toContain('<script>alert(1)')
  })
})

describe('the window of applications', () => {
  it('opens and closes by the clock, and a withdrawn event has none', async () => {
    const now = await app.now()
    const later = await publishEvent(owner, { now, title: 'Later' })
    const early = await apply(app.client(), owner, later, { email: fan() })
    expect([early.status, at(early.body, 'type')]).toEqual([409, 'urn:tweetup:problem:applications:notOpen'])

    const over = await publishEvent(owner, { now, title: 'Over' })
    await app.database.query('update events set opens_at = $2, closes_at = $3 where id = $1', [
      over.id,
      new Date(now.getTime() - 2 * hour),
      now,
    ])
    const late = await apply(app.client(), owner, over, { email: fan() })
    expect([late.status, at(late.body, 'type')]).toEqual([410, 'urn:tweetup:problem:applications:closed'])

    await owner.client.post(`/api/organizations/${owner.slug}/events/${later.id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Later',
    })
    const cancelled = await apply(app.client(), owner, later, { email: fan() })
    expect([cancelled.status, at(cancelled.body, 'type')]).toEqual([410, 'urn:tweetup:problem:applications:cancelled'])
  })

  it('stays shut after the freeze even for a process whose clock is behind', async () => {
    const now = await app.now()
    const frozen = await publishEvent(owner, { now, title: 'Frozen' })
    await app.database.query('update events set opens_at = $2 where id = $1', [frozen.id, new Date(now.getTime() - hour)])
    await app.database.query(
      `insert into draws (id, organization_id, event_id, number, manifest, commitment, rules, entry_count, list_bytes, holds, round, round_at, closes_at, committed_at, trial_beacon, head)
       values (gen_random_uuid(), $1, $2, 1, '', '', '', 0, 0, false, 1, $3, $3, $3, true, '')`,
      [owner.organizationId, frozen.id, new Date(now.getTime() + 1000 * hour)],
    )
    expect((await apply(app.client(), owner, frozen, { email: fan() })).status).toBe(410)
  })
})

describe('limits', () => {
  it('stop one network and say when to come back', async () => {
    const limited = await startTestApp({ database: app.database, settings: { APPLICATIONS_PER_NETWORK: '3', ROLE: 'api' } })
    try {
      await app.database.query('delete from rate_limits')
      const answers = []
      for (let time = 0; time < 4; time += 1) answers.push(await apply(limited.client(), owner, event, { email: fan() }))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429])
      const last = answers.at(-1)
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(at(last?.body, 'type')).toBe('urn:tweetup:problem:applications:tooMany')
    } finally {
      await limited.close()
    }
  })

  it('stop one network that names an address again and again, whether it has applied or not, and not its owner elsewhere', async () => {
    const behindProxy = await startTestApp({ database: app.database, settings: { TRUSTED_PROXIES: '127.0.0.1', ROLE: 'api' } })
    try {
      const email = fan()
      const applyFrom = async (network: string) => {
        const path = `/api/public/${owner.slug}/${event.slug}/applications`
        const answer = await behindProxy.client().post(path, applicationBody(event, { email }), { headers: { 'x-forwarded-for': network } })
        return answer.status
      }
      const statuses = []
      for (let time = 0; time < 21; time += 1) statuses.push(await applyFrom('203.0.113.7'))
      expect(statuses).toEqual([...Array<number>(20).fill(201), 429])
      expect(await applyFrom('198.51.100.4')).toBe(201)
    } finally {
      await behindProxy.close()
    }
  })
})
