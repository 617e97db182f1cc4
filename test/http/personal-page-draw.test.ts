import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, applyAndConfirm, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const minute = 60_000

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
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
const edit = (token: string, version: number, body: unknown) =>
  app.client().patch('/api/me', body, { headers: { authorization: `Bearer ${token}`, 'if-match': `"${version}"` } })

async function received(email: string, to: PublishedEvent): Promise<string> {
  return tokenIn(textAt((await apply(app.client(), owner, to, { email })).body, 'personalUrl'))
}

const subjects = (email: string) => app.sink?.mailsTo(email).map(({ parsed }) => parsed.subject)

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
      `select entry_count, (select string_agg(lines, '') from draw_files where draw_id = id and file = 'entries') as entries,
         (select string_agg(lines, '') from draw_files where draw_id = id and file = 'excluded') as excluded from draws where event_id = $1`,
      [rush.id],
    )
    expect(draw?.entry_count).toBe(confirmed.filter(Boolean).length)
    for (const [index, { typed, email }] of people.entries()) {
      const { body } = await me(typed)
      expect(at(body, 'step')).toBe(confirmed[index] ? 'entered' : 'unconfirmed')
      expect(draw?.[confirmed[index] ? 'entries' : 'excluded']).toContain(textAt(body, 'ticket.id'))
      expect((await edit(typed, 1, { name: 'Late' })).status).toBe(410)
      expect(subjects(email)?.filter((subject) => /is in the draw|could not take part/.test(subject ?? ''))).toHaveLength(
        confirmed[index] ? 1 : 0,
      )
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
    const [unit] = await app.database.query<{ state: string }>(
      'select state from draw_units where unit = draw_unit_of_ticket(draw_id, $1)',
      [ticketId],
    )
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
