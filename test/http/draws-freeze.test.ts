import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { apply, bearer, confirmTokenFor, tokenIn } from '../factories/application.js'
import { enterFans, type Fan, personalPage, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const [second, minute, hour] = [1000, 60_000, 3_600_000]

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const later = (date: Date, ms: number) => new Date(date.getTime() + ms)

/** An event that is open now. */
async function openEvent(changes: Readonly<Record<string, unknown>> = {}): Promise<PublishedEvent> {
  const event = await publishEvent(owner, { capacity: 3, now: later(await app.now(), 5 * second - hour), changes })
  await app.moveTo(event.opensAt)
  return event
}

/** Somebody who applied and has not confirmed her address. */
async function unconfirmedFan(event: PublishedEvent, email = `${unique('fan')}@example.org`): Promise<Fan> {
  const { body } = await apply(app.client(), owner, event, { email })
  return { name: 'Sanne Vermeer', email, personalToken: tokenIn(textAt(body, 'personalUrl')), ticketId: textAt(body, 'ticketId') }
}

const bundleOf = async (event: PublishedEvent) => (await publicDraw(app, owner, event, '/bundle.json')).text
const entriesOf = async (event: PublishedEvent) => listAt(JSON.parse(await bundleOf(event)), 'bundle.entries')
const excludedOf = async (event: PublishedEvent) => listAt(JSON.parse(await bundleOf(event)), 'bundle.excluded')
const line = ({ ticketId }: Fan) => `${ticketId} 1 1 -`

/** Everything that could tell who takes part in the events of this test. */
const participants = () =>
  app.database.query(
    'select a.*, (select array_agg(draw_unit_of_ticket(draws.id, ticket_id)) from draws where event_id = a.event_id) as units from applications a order by id',
  )

const verified = (event: PublishedEvent) => verifyDraw(app, owner, event)

describe('the freeze', () => {
  let event: PublishedEvent
  let entered: Fan[]
  let [unconfirmed, withdrawn, setAside, shadow]: Fan[] = []

  beforeAll(async () => {
    event = await openEvent()
    entered = await enterFans(app, owner, event, 5)
    ;[withdrawn, setAside] = await enterFans(app, owner, event, 2)
    unconfirmed = await unconfirmedFan(event)
    shadow = await unconfirmedFan(event, entered[0]?.email)
    // The first mail belongs to the time before.
    await app.settled()
    await app.moveTo(later(await app.now(), 6 * minute))
    await app.client().post('/api/me/confirmation-mail', undefined, bearer(known(unconfirmed).personalToken))
    await withdraw(app, known(withdrawn))
    await app.database.query(`update applications set set_aside_at = now(), set_aside_reason = 'duplicate' where ticket_id = $1`, [
      setAside?.ticketId,
    ])
    await app.moveTo(later(event.closesAt, -second))
    await app.settled()
  }, 60_000)

  const known = (fan: Fan | undefined): Fan => {
    if (!fan) throw new Error('The fan was not made.')
    return fan
  }

  it('does not come before the close', async () => {
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'none', commitment: null, counts: null })
    expect((await publicDraw(app, owner, event, '/bundle.json')).status).toBe(404)
    expect(await app.database.query('select id from draws where event_id = $1', [event.id])).toEqual([])
  })

  it('takes in who is confirmed and not withdrawn, and lists every other ticket with its reason', async () => {
    await app.moveTo(event.closesAt)
    expect(await entriesOf(event)).toEqual(entered.map(line).sort())
    expect(await excludedOf(event)).toEqual(
      [
        `${known(unconfirmed).ticketId} unconfirmed`,
        `${known(withdrawn).ticketId} withdrawn`,
        `${known(setAside).ticketId} duplicate`,
        `${known(shadow).ticketId} unconfirmed`,
      ].sort(),
    )
  })

  it('publishes a commitment that the bundle gives, with the rules it was made under', async () => {
    const { body } = await publicDraw(app, owner, event)
    const { ok, drawn, commitment, head } = await verified(event)
    expect({ ok, drawn, commitment, head }).toEqual({
      ok: true,
      drawn: false,
      commitment: at(body, 'commitment'),
      head: at(body, 'commitment'),
    })
    expect(body).toMatchObject({
      state: 'committed',
      number: 1,
      drawnAt: null,
      randomness: null,
      signature: null,
      seed: null,
      orderHash: null,
    })
    expect(at(body, 'counts')).toEqual({ entries: 5, seats: 3, placed: 0, waiting: 5, out: 0, log: 0 })
    expect(at(body, 'pools')).toEqual([{ id: 'open', seats: 3, tag: null }])

    const rules = (await publicDraw(app, owner, event, '/rules.txt')).text
    expect(rules).toContain('All 3 seats are drawn among everybody who applies.')
    expect(at(JSON.parse(await bundleOf(event)), 'bundle.manifest.rulesSha256')).toBe(createHash('sha256').update(rules).digest('hex'))
  })

  it('names the first round that is ten minutes after the close and after the sealing', async () => {
    const { body } = await publicDraw(app, owner, event)
    const { period, genesis, round } = at(JSON.parse(await bundleOf(event)), 'bundle.manifest.seed.beacon') as Record<
      'period' | 'genesis' | 'round',
      number
    >
    const time = new Date(textAt(body, 'roundTime'))
    expect(time).toEqual(new Date((genesis + (round - 1) * period) * 1000))
    expect(numberAt(body, 'round')).toBe(round)
    const committed = new Date(textAt(body, 'committedAt'))
    expect(committed.getTime()).toBeGreaterThanOrEqual(event.closesAt.getTime())
    expect(time.getTime() - committed.getTime()).toBeGreaterThanOrEqual(10 * minute)
    expect(time.getTime() - committed.getTime()).toBeLessThan(10 * minute + period * second + second)
  })

  it('mails the commitment to all who take part, and to nobody twice', async () => {
    const commitment = textAt((await publicDraw(app, owner, event)).body, 'commitment')
    for (const fan of entered) {
      expect(subjectsTo(app, fan).filter((subject) => /is in the draw/.test(subject))).toHaveLength(1)
      const mail = await app.sink?.mailTo(fan.email, ({ parsed }) => /is in the draw/.test(parsed.subject ?? ''))
      expect(mail?.parsed.text?.replaceAll(/\s+/g, '')).toContain(commitment)
      expect(mail?.parsed.text).toContain('trial beacon is not public')
      expect(mail?.parsed.text).toContain(`/${owner.slug}/${event.slug}/draw`)
    }
  })

  it('tells who asked for the mail again and did not confirm why the ticket takes no part, and leaves the others in peace', async () => {
    const mail = await app.sink?.mailTo(known(unconfirmed).email, ({ parsed }) => /could not take part/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('was not confirmed')
    for (const fan of [withdrawn, setAside])
      expect(subjectsTo(app, known(fan)).filter((subject) => /is in the draw|could not take part/.test(subject))).toEqual([])
  })

  it('says on the personal pages who takes part', async () => {
    expect((await personalPage(app, known(entered[0]))).body).toMatchObject({
      step: 'entered',
      draw: { entered: true, total: 5, rank: null },
      can: { edit: false },
    })
    expect((await personalPage(app, known(unconfirmed))).body).toMatchObject({ step: 'unconfirmed', draw: { entered: false, rank: null } })
    expect((await personalPage(app, known(setAside))).body).toMatchObject({ step: 'setAside' })
  })

  it('lets nobody in any more, and nothing be changed', async () => {
    const before = await participants()
    const confirmToken = await confirmTokenFor(app, known(unconfirmed).email)
    const [fan] = entered
    expect((await apply(app.client(), owner, event, { email: `${unique('late')}@example.org` })).status).toBe(410)
    expect((await app.client().post('/api/confirmations', { token: confirmToken })).status).toBe(410)
    expect(
      (
        await app
          .client()
          .patch('/api/me', { name: 'Another' }, { headers: { ...bearer(known(fan).personalToken).headers, 'if-match': '"1"' } })
      ).status,
    ).toBe(410)
    expect((await app.client().delete('/api/me/withdrawal', bearer(known(withdrawn).personalToken))).status).toBe(409)
    expect(await participants()).toEqual(before)
  })

  it('cannot be undone by moving the close, nor by changing what was sealed', async () => {
    const path = `/api/organizations/${owner.slug}/events/${event.id}`
    const version = numberAt((await owner.client.get(path)).body, 'version')
    for (const change of [{ closesAt: later(event.closesAt, hour).toISOString() }, { capacity: 4 }])
      expect((await owner.client.patch(path, change, { headers: { 'if-match': `"${version}"` } })).status).toBe(422)
    for (const column of ['manifest', 'commitment', 'rules'])
      await expect(app.database.query(`update draws set ${column} = 'x' where event_id = $1`, [event.id])).rejects.toThrow(/cannot change/)
    for (const column of ['round', 'entry_count', 'list_bytes'])
      await expect(app.database.query(`update draws set ${column} = ${column} + 1 where event_id = $1`, [event.id])).rejects.toThrow(
        /cannot change/,
      )
    for (const table of ['draw_files', 'draw_tickets', 'draw_orders'])
      for (const change of [`update ${table} set draw_id = draw_id`, `delete from ${table}`, `truncate ${table}`])
        await expect(app.database.query(change)).rejects.toThrow(/cannot change/)
  })

  it('makes a later withdrawal a line of the log, and leaves ticket and commitment where they are', async () => {
    const fan = known(entered[1])
    const before = textAt((await publicDraw(app, owner, event)).body, 'commitment')
    expect((await withdraw(app, fan)).body).toMatchObject({ step: 'withdrawn' })
    expect((await withdraw(app, fan)).status).toBe(200)
    const log = listAt((await publicDraw(app, owner, event, '/log')).body, 'items')
    expect(log).toEqual([
      expect.objectContaining({
        seq: 1,
        type: 'withdraw',
        reason: 'own-wish',
        promoted: [],
        ticketNumber: `${fan.ticketId.slice(0, 4)}-${fan.ticketId.slice(4, 8)}`,
      }),
    ])
    const { body } = await publicDraw(app, owner, event)
    expect(body).toMatchObject({ commitment: before, head: at(log, '0.hash'), counts: { entries: 5, out: 1, waiting: 4, log: 1 } })
    expect(await entriesOf(event)).toContain(line(fan))
    expect(await verified(event)).toMatchObject({ ok: true, drawn: false, head: at(log, '0.hash') })
  })
})

describe('a freeze that comes late, because no worker ran at the close', () => {
  it('names a round ten minutes after the sealing', async () => {
    const event = await openEvent()
    await enterFans(app, owner, event, 1)
    await app.moveTo(later(event.closesAt, 3 * hour + 17 * second))
    const { body } = await publicDraw(app, owner, event)
    expect(at(body, 'closesAt')).toBe(event.closesAt.toISOString())
    expect(new Date(textAt(body, 'committedAt')).getTime()).toBeGreaterThanOrEqual(later(event.closesAt, 3 * hour).getTime())
    expect((await roundTime(app, owner, event)).getTime() - new Date(textAt(body, 'committedAt')).getTime()).toBeGreaterThanOrEqual(
      10 * minute,
    )
  })

  it('takes in nobody who comes after the close', async () => {
    const event = await openEvent()
    const [fan] = await enterFans(app, owner, event, 1)
    const late = await unconfirmedFan(event)
    const token = await confirmTokenFor(app, late.email)
    // The clock is past the close, and the moment has not run: what every worker being down looks like.
    await app.database.query(`update installation_clock set offset_ms = offset_ms + $1`, [
      event.closesAt.getTime() + minute - (await app.now()).getTime(),
    ])
    const answers = await Promise.all([
      app.client().post('/api/confirmations', { token }),
      apply(app.client(), owner, event, { email: `${unique('late')}@example.org` }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([410, 410])
    await app.settled()
    expect(await entriesOf(event)).toEqual(fan ? [line(fan)] : [])
  })
})

describe('an event', () => {
  it('that nobody applied for is sealed, drawn and done with all the same', async () => {
    const event = await openEvent()
    await app.moveTo(event.closesAt)
    expect((await publicDraw(app, owner, event)).body).toMatchObject({
      state: 'committed',
      counts: { entries: 0, placed: 0, waiting: 0, out: 0 },
    })
    expect(await entriesOf(event)).toEqual([])
    await app.moveTo(await roundTime(app, owner, event))
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'drawn', counts: { entries: 0, placed: 0, log: 1 } })
    expect(await verified(event)).toMatchObject({ ok: true, drawn: true })
    expect((await publicDraw(app, owner, event, '/tickets')).body).toEqual({ items: [], nextCursor: null })
  })

  it('that was cancelled before its close is not sealed', async () => {
    const event = await openEvent()
    const [fan] = await enterFans(app, owner, event, 1)
    expect((await cancel(event)).status).toBe(200)
    await app.moveTo(later(event.closesAt, hour))
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'none' })
    expect(fan && subjectsTo(app, fan).filter((subject) => /is in the draw/.test(subject))).toEqual([])
  })

  it('that was cancelled after its close is not drawn', async () => {
    const event = await openEvent()
    const [fan] = await enterFans(app, owner, event, 1)
    await app.moveTo(event.closesAt)
    expect((await cancel(event)).status).toBe(200)
    await app.moveTo(later(await roundTime(app, owner, event), hour))
    expect((await publicDraw(app, owner, event)).body).toMatchObject({ state: 'committed', signature: null })
    expect(fan && subjectsTo(app, fan).filter((subject) => /seat|no seat/.test(subject))).toEqual([])
  })

  it('whose freeze fails does not hold up the freeze of another', async () => {
    const [broken, sound] = [await openEvent(), await openEvent()]
    await enterFans(app, owner, sound, 1)
    const [fan] = await enterFans(app, owner, broken, 1)
    await app.database.query(`update applications set set_aside_at = now(), set_aside_reason = 'not a token' where ticket_id = $1`, [
      fan?.ticketId,
    ])
    await app.moveTo(sound.closesAt)
    expect((await publicDraw(app, owner, sound)).body).toMatchObject({ state: 'committed', counts: { entries: 1 } })
    expect((await publicDraw(app, owner, broken)).body).toMatchObject({ state: 'none' })
    await app.database.query(`update applications set set_aside_reason = 'ineligible' where ticket_id = $1`, [fan?.ticketId])
    await app.settled()
    expect((await publicDraw(app, owner, broken)).body).toMatchObject({ state: 'committed', counts: { entries: 0 } })
  })

  it('that closes a fraction of a second after a round is sealed at least ten minutes before its round', async () => {
    const now = await app.now()
    const halfMinute = 30 * second
    const closesAt = new Date(Math.ceil(now.getTime() / halfMinute) * halfMinute + 2 * hour + 100)
    const event = await openEvent({ closesAt: closesAt.toISOString() })
    await app.moveTo(closesAt)
    const { body } = await publicDraw(app, owner, event)
    expect(
      new Date(textAt(body, 'roundTime')).getTime() - Math.max(new Date(textAt(body, 'committedAt')).getTime(), closesAt.getTime()),
    ).toBeGreaterThanOrEqual(10 * minute)
    expect(await verified(event)).toMatchObject({ ok: true })
  })

  const cancel = ({ id }: PublishedEvent) =>
    owner.client.post(`/api/organizations/${owner.slug}/events/${id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Night of the Comet',
    })
})
