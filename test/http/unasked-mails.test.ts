import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm, bearer, tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 2)
}, 60_000)
afterAll(() => app?.close())

const address = () => `${unique('fan')}@example.org`
const me = (token: string) => app.client().get('/api/me', bearer(token))
const resend = (token: string) => app.client().post('/api/me/confirmation-mail', {}, bearer(token))

async function applyAs(email: string, at = event): Promise<string> {
  const { body } = await apply(app.client(), owner, at, { email })
  await app.settled()
  return tokenIn(textAt(body, 'personalUrl'))
}

/** Somebody whose own address is proven wants her mails at another one. */
async function moveTo(email: string, personalToken?: string, at = event): Promise<void> {
  const token = personalToken ?? (await applyAndConfirm(app, owner, at, { email: address() })).personalToken
  expect((await app.client().post('/api/me/address-change', { email }, bearer(token))).status).toBe(200)
  await app.settled()
}

const textsTo = (email: string) => (app.sink?.mailsTo(email) ?? []).map(({ parsed: { text } }) => text ?? '')

/** Which buttons the mails to an address had, in their order. */
const buttonsTo = (email: string) => textsTo(email).map((text) => /\/(confirm|address|me)\//.exec(text)?.[1])

/** Presses the button in the newest mail that has one of this kind; the new link to the page, if that was all that was needed. */
async function press(email: string, kind: 'confirm' | 'address'): Promise<string> {
  const token = textsTo(email)
    .map((text) => new RegExp(`/${kind}/([\\w-]+)`).exec(text)?.[1])
    .findLast((found) => found !== undefined)
  const { status, body } = await app.client().post(kind === 'confirm' ? '/api/confirmations' : '/api/address-changes', { token })
  expect(status).toBe(200)
  const link = at(body, 'personalUrl')
  return typeof link === 'string' ? tokenIn(link) : ''
}

const statesOf = async (email: string) =>
  (await app.database.query<{ state: string }>('select state from deliveries where recipient = $1 order by queued_at, id', [email])).map(
    ({ state }) => state,
  )

describe('a mailbox of which an event has had no proof', () => {
  it.each<[string, (email: string) => Promise<unknown>, (email: string) => Promise<unknown>]>([
    ['the proof of a new address, then an application', (email) => moveTo(email), (email) => applyAs(email)],
    ['an application, then the proof of a new address', (email) => applyAs(email), (email) => moveTo(email)],
  ])('gets one mail, of whatever kind: %s', async (_, first, second) => {
    const email = address()
    await first(email)
    const had = buttonsTo(email)
    expect(had).toHaveLength(1)
    await second(email)
    expect(buttonsTo(email)).toEqual(had)
  })

  it('gets no second one after an application with its address has moved away', async () => {
    const [email, another] = [address(), address()]
    await moveTo(another, await applyAs(email))
    await press(another, 'address')
    await applyAs(email)
    await moveTo(email)
    expect(buttonsTo(email)).toEqual(['confirm'])
  })

  it('gets no second one when both are sent at the same moment', async () => {
    const email = address()
    const { personalToken } = await applyAndConfirm(app, owner, event, { email: address() })
    await app.client().post('/api/me/address-change', { email }, bearer(personalToken))
    await apply(app.client(), owner, event, { email })
    await app.settled()
    expect(buttonsTo(email)).toHaveLength(1)
    expect((await statesOf(email)).sort()).toEqual(['sent', 'withheld'])
  })

  it('gets the mail that its owner asks for on her page, and takes part', async () => {
    const email = address()
    await moveTo(email)
    const token = await applyAs(email)
    expect((await resend(token)).status).toBe(429)
    await app.moveTo(new Date((await app.now()).getTime() + 5 * 60_000))
    expect((await resend(token)).status).toBeLessThan(300)
    await app.settled()
    expect(buttonsTo(email)).toEqual(['address', 'confirm'])
    expect((await me(await press(email, 'confirm'))).body).toMatchObject({ step: 'confirmed', email })
  })

  it('gets one mail about each event', async () => {
    const [email, other] = [address(), await openEvent(app, owner, 2, { title: 'Orion' })]
    await moveTo(email)
    await applyAs(email, other)
    expect(buttonsTo(email)).toEqual(['address', 'confirm'])
  })

  it('looks to whoever types its address like one that has had no mail', async () => {
    const [known, free] = [address(), address()]
    await moveTo(known)
    const seen = []
    for (const email of [known, free]) {
      const page = (await me(await applyAs(email))).body
      seen.push({ step: at(page, 'step'), next: at(page, 'next'), can: at(page, 'can'), keys: Object.keys(page as object) })
    }
    expect(seen[0]).toEqual(seen[1])
  })
})

it('a mailbox that has proven itself is asked again when it has moved away and applies anew', async () => {
  const [email, another] = [address(), address()]
  await moveTo(another, (await applyAndConfirm(app, owner, event, { email })).personalToken)
  await press(email, 'address')
  await press(another, 'address')
  await applyAs(email)
  expect(buttonsTo(email).filter((button) => button === 'confirm')).toHaveLength(2)
})

it('a mail that did not arrive makes room for another', async () => {
  const email = address()
  await moveTo(email)
  await app.database.query(`update deliveries set state = 'bounced', sent_at = null where recipient = $1`, [email])
  await applyAs(email)
  expect(await statesOf(email)).toEqual(['bounced', 'sent'])
})

describe('an application whose letter cannot be written', () => {
  /** The database takes no letter to these. */
  const refuse = (recipients: string) =>
    app.database.query(`
      create or replace function refuse_letter() returns trigger language plpgsql as $$
        begin raise exception 'No letter to %.', new.recipient; end $$;
      create or replace trigger refused_letters before insert on deliveries
        for each row when (new.recipient like '${recipients}') execute function refuse_letter()`)
  const together = (emails: readonly string[], copies: number) =>
    app.database.query(
      `insert into application_arrivals (event_id, application_ids)
       select event_id, array_agg(id) from applications, generate_series(1, $2) as copy where email = any($1) group by event_id, copy`,
      [emails, copies],
    )
  const refused = () => `${unique('refused')}@example.org`

  afterEach(async () => {
    await app.database.query('delete from application_arrivals')
    await app.database.query('drop trigger refused_letters on deliveries')
  })

  it('keeps nobody waiting who came later, however many there are', async () => {
    const [email, later] = [refused(), address()]
    await refuse('refused%')
    await applyAs(email)
    await together([email], 100)
    await apply(app.client(), owner, event, { email: later })
    await app.sink?.mailTo(later)
  })

  it('keeps nobody waiting who came with it, and is written to once that is possible', async () => {
    const [email, beside] = [refused(), address()]
    await refuse('%')
    await applyAs(email)
    await applyAs(beside)
    await app.database.query('delete from application_arrivals')
    await together([email, beside], 1)
    await refuse('refused%')
    await app.sink?.mailTo(beside)
    await refuse('nobody%')
    await app.sink?.mailTo(email)
  })
})
