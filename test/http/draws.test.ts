import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { bundleFromJson, findTicket, parseManifest, rankedUnits, ticketNumber, unitAt, unitStatus, verifyRound, waitlist } from '#draw'
import { runVerify } from '../../apps/cli/verify/run-verify.js'
import { enterFans, type Fan, personalPage, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { replayDraw, verifyDraw, verifyFiles } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'

const start = new Date('2027-05-01T10:00:00Z')
const [second, hour] = [1000, 3_600_000]
const html = { headers: { accept: 'text/html' } }

let app: TestApp
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => app?.close())

const later = (date: Date, ms: number) => new Date(date.getTime() + ms)

async function openEvent(capacity: number): Promise<PublishedEvent> {
  const event = await publishEvent(owner, { capacity, now: later(await app.now(), 5 * second - hour) })
  await app.moveTo(event.opensAt)
  return event
}

const show = (event: PublishedEvent, path = '') => publicDraw(app, owner, event, path)
const itemsOf = async (event: PublishedEvent, path: string) => listAt((await show(event, path)).body, 'items')

describe('a draw', () => {
  let event: PublishedEvent
  let fans: Fan[]
  let gone: Fan

  beforeAll(async () => {
    event = await openEvent(3)
    const entered = await enterFans(app, owner, event, 8)
    await app.moveTo(event.closesAt)
    ;[gone, ...fans] = entered as [Fan, ...Fan[]]
    await withdraw(app, gone)
  }, 60_000)

  it('is not made a second before its round', async () => {
    await app.moveTo(later(await roundTime(app, owner, event), -second))
    expect((await show(event)).body).toMatchObject({
      state: 'committed',
      drawnAt: null,
      seed: null,
      signature: null,
      counts: { placed: 0, waiting: 7, out: 1, log: 1 },
    })
    const items = await itemsOf(event, '/tickets')
    expect(items).toEqual(
      [...fans, gone]
        .map(({ ticketId }) => ({
          rank: null,
          ticketId,
          ticketNumber: ticketNumber(ticketId),
          lots: 1,
          pool: null,
          state: ticketId === gone.ticketId ? 'withdrawn' : 'entered',
        }))
        .sort((one, other) => (one.ticketId < other.ticketId ? -1 : 1)),
    )
  })

  it('is made when its round is out, with a signature that the round really has', async () => {
    await app.moveTo(await roundTime(app, owner, event))
    const { body } = await show(event)
    expect(body).toMatchObject({
      state: 'drawn',
      beacon: { trial: true },
      counts: { entries: 8, seats: 3, placed: 3, waiting: 4, out: 1, log: 2 },
    })
    expect(new Date(textAt(body, 'drawnAt')).getTime()).toBeGreaterThanOrEqual(new Date(textAt(body, 'roundTime')).getTime())
    const { beacon } = parseManifest(bundleFromJson((await show(event, '/bundle.json')).text).manifest).seed
    if (!beacon) throw new Error('The manifest names no beacon.')
    expect(await verifyRound(beacon, { signature: textAt(body, 'signature'), previousSignature: null })).toBe(true)
    const [relay] = listAt(body, 'beacon.relays')
    const published = await fetch(`${String(relay)}/${beacon.chainHash}/public/${beacon.round}`)
    expect(await published.json()).toMatchObject({
      round: beacon.round,
      signature: at(body, 'signature'),
      randomness: at(body, 'randomness'),
    })
  })

  it('gives the order and the seats that the bundle gives to anybody who runs it again', async () => {
    const { body } = await show(event)
    const [commitment, head] = [textAt(body, 'commitment'), textAt(body, 'head')]
    const result = await verifyDraw(app, owner, event, { commitment, head })
    expect(result).toEqual({ ok: true, drawn: true, guarantee: 'unknown-beacon', commitment, head, seed: at(body, 'seed') })
    const state = await replayDraw(app, owner, event)
    expect(state.order?.hash).toBe(at(body, 'orderHash'))
    const items = await itemsOf(event, '/tickets')
    expect(items.map((item) => at(item, 'rank'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const units = [...rankedUnits(state)].map(({ unitId }) => unitId)
    expect(items.map((item) => unitOf(state, textAt(item, 'ticketId')))).toEqual(units)
    for (const [index, item] of items.entries()) {
      const status = unitStatus(state, units[index] ?? '')
      expect(at(item, 'state')).toBe({ placed: 'invited', waiting: 'waiting', out: 'withdrawn' }[status.state])
    }
  })

  it('stands in the tables as it stands in the log', async () => {
    const state = await replayDraw(app, owner, event)
    const rows = await app.database.query<{
      unit: number
      ticket: string
      found: number
      rank: number
      place: number
      state: string | null
    }>(
      `select listed.unit, ticket, draw_unit_of_ticket(draws.id, ticket) as found, draw_rank_of_unit(draws.id, listed.unit) as rank, state,
         (select first + place::integer from draw_orders, unnest(units) with ordinality as at (at, place) where draw_id = draws.id and at = listed.unit) as place
       from draws join draw_tickets on draw_tickets.draw_id = draws.id, unnest(tickets, draw_tickets.units) as listed (ticket, unit)
         left join draw_units moved on moved.unit = listed.unit and moved.draw_id = (select id from draws where event_id = $1)
       where event_id = $1 order by rank`,
      [event.id],
    )
    const listed = (row: { unit: number }) => unitAt(state.entries, row.unit)
    expect(rows.map((row) => ({ unitId: listed(row).unitId, members: [row.ticket], rank: row.rank }))).toEqual(
      [...rankedUnits(state)].map(({ unitId, members, rank }) => ({ unitId, members, rank })),
    )
    for (const { unit, found, rank, place } of rows) expect([found, place]).toEqual([unit, rank])
    expect(rows.filter((row) => row.state === null).map((row) => listed(row).unitId)).toEqual([...waitlist(state)])
    const moved = await app.database.query<{ unit: number; unit_id: string; rank: number; state: string; held: number }>(
      'select unit, unit_id, rank, state, held from draw_units where draw_id = (select id from draws where event_id = $1)',
      [event.id],
    )
    expect(moved).toHaveLength(4)
    for (const { unit, unit_id, rank, state: stands, held } of moved) {
      const status = unitStatus(state, unit_id)
      expect([unit_id, stands, held]).toEqual([
        unitAt(state.entries, unit).unitId,
        status.state,
        status.state === 'placed' ? status.held : 0,
      ])
      expect(state.order?.unitAtPlace[rank - 1]).toBe(unit)
    }
    const [stored] = await app.database.query<{ entries: string; excluded: string; manifest: string; log: string[] }>(
      `select coalesce((select string_agg(lines, '' order by first_line) from draw_files where draw_id = draws.id and file = 'entries'), '') as entries,
         coalesce((select string_agg(lines, '' order by first_line) from draw_files where draw_id = draws.id and file = 'excluded'), '') as excluded,
         manifest, (select array_agg(event order by seq) from draw_events where draw_id = draws.id) as log from draws where event_id = $1`,
      [event.id],
    )
    const zip = unzipSync(await zipOf(event))
    const text = (name: string) => new TextDecoder().decode(zip[name])
    expect([text('manifest.json'), text('entries.txt'), text('excluded.txt'), text('log.jsonl')]).toEqual([
      stored?.manifest,
      stored?.entries,
      stored?.excluded,
      stored?.log.map((line) => `${line}\n`).join(''),
    ])
  })

  it('is the same in both forms of the bundle', async () => {
    const zip = unzipSync(await zipOf(event))
    expect(Object.keys(zip).sort()).toEqual(['entries.txt', 'excluded.txt', 'log.jsonl', 'manifest.json', 'rules.txt'])
    const {
      'manifest.json': manifest = new Uint8Array(),
      'entries.txt': entries = new Uint8Array(),
      'excluded.txt': excluded = null,
      'log.jsonl': log = new Uint8Array(),
    } = zip
    expect(await verifyFiles({ manifest, entries, excluded, log })).toEqual(await verifyDraw(app, owner, event))
    expect(new TextDecoder().decode(zip['rules.txt'])).toBe((await show(event, '/rules.txt')).text)
    const { length } = (await show(event, '/bundle.json')).text
    expect(Math.abs(numberAt((await show(event)).body, 'bundleBytes') - length)).toBeLessThan(100)
  })

  it('is taken by the command that strangers check it with, in both forms', async () => {
    const { body } = await show(event)
    const folder = mkdtempSync(join(tmpdir(), 'tweetup-bundle-'))
    try {
      writeFileSync(join(folder, 'draw.zip'), await zipOf(event))
      writeFileSync(join(folder, 'draw.json'), (await show(event, '/bundle.json')).text)
      for (const file of ['draw.zip', 'draw.json']) {
        const said: string[] = []
        const output = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) }
        const promise = ['--commitment', textAt(body, 'commitment'), '--head', textAt(body, 'head')]
        expect([await runVerify([join(folder, file), ...promise], output), said.at(-4)]).toEqual([
          0,
          'Everything holds. The beacon is not a public one: whoever runs it could know the number beforehand.',
        ])
        expect(said.slice(-3)).toEqual([
          `commitment ${textAt(body, 'commitment')}`,
          `seed ${textAt(body, 'seed')}`,
          `head ${textAt(body, 'head')}`,
        ])
        expect(await runVerify([join(folder, file), '--head', '0'.repeat(64)], output)).toBe(1)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is told to everybody: to three an invitation, to the others their rank and place, to who left nothing', async () => {
    const items = await itemsOf(event, '/tickets')
    const waiting = items.filter((item) => at(item, 'state') === 'waiting').map((item) => at(item, 'ticketId'))
    expect(waiting).toHaveLength(4)
    for (const fan of fans) {
      const place = waiting.indexOf(fan.ticketId)
      const rank = items.findIndex((item) => at(item, 'ticketId') === fan.ticketId) + 1
      const [last = '', ...more] = subjectsTo(app, fan).filter((subject) => !/Is this your address|is in the draw/.test(subject))
      expect(more).toEqual([])
      const { body } = await personalPage(app, fan)
      expect(body).toMatchObject({ step: place < 0 ? 'invited' : 'waitlisted', draw: { entered: true, rank, total: 8 } })
      if (place < 0) expect(last).toMatch(/there is a seat for you/)
      else {
        expect(last).toBe('The draw for Night of the Comet: no seat yet')
        const mail = await app.sink?.mailTo(fan.email, ({ parsed }) => parsed.subject === last)
        expect(mail?.parsed.text).toContain(`number ${rank} of 8`)
        expect(mail?.parsed.text).toContain(`you are number ${place + 1} in that line`)
      }
    }
    expect(subjectsTo(app, gone).at(-1)).toBe('You have withdrawn your application for Night of the Comet')
    expect((await personalPage(app, gone)).body).toMatchObject({ step: 'withdrawn' })
  })

  it('has a public log that names tickets and reasons', async () => {
    const log = await itemsOf(event, '/log')
    const winners = (await itemsOf(event, '/tickets'))
      .filter((item) => at(item, 'state') === 'invited')
      .map((item) => ({ ticketNumber: at(item, 'ticketNumber'), pool: 'open', companions: 0 }))
    expect(log).toEqual([
      expect.objectContaining({
        seq: 1,
        type: 'withdraw',
        reason: 'own-wish',
        ticketNumber: ticketNumber(gone.ticketId),
        promoted: [],
        promotedCount: 0,
      }),
      expect.objectContaining({
        seq: 2,
        type: 'draw',
        reason: null,
        ticketNumber: null,
        promoted: winners,
        promotedCount: 3,
        hash: at((await show(event)).body, 'head'),
      }),
    ])
  })

  it('is never made again', async () => {
    const before = await show(event)
    await app.moveTo(later(await app.now(), 3 * hour))
    await app.settled()
    expect((await show(event)).body).toEqual(before.body)
    expect(await app.database.query('select number from draws where event_id = $1', [event.id])).toEqual([{ number: 1 }])
  })

  it('tells the public nothing that leads to a person', async () => {
    const page = `/${owner.slug}/${event.slug}`
    const texts = await Promise.all([
      ...['', '/tickets', '/log', '/bundle.json', '/rules.txt'].map(async (path) => (await show(event, path)).text),
      ...[page, `${page}/draw`, `/api/public${page}`].map(
        async (path) => (await app.client().get(path, path.startsWith('/api/') ? {} : html)).text,
      ),
    ])
    texts.push(...Object.values(unzipSync(await zipOf(event))).map((file) => new TextDecoder().decode(file)))
    const rows = await app.database.query<{ id: string; organization_id: string; nonce: string }>(
      `select id, organization_id, encode(nonce, 'hex') as nonce from applications where event_id = $1`,
      [event.id],
    )
    const secrets = [...fans, gone]
      .flatMap(({ name, email, personalToken }) => [name, email, personalToken])
      .concat(
        rows.flatMap(({ id, nonce }) => [id, nonce]),
        'Vermeer',
        'email:',
      )
    for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret)
    for (const { organization_id } of rows.slice(0, 1)) for (const text of texts.slice(0, 5)) expect(text).not.toContain(organization_id)
  })

  it('has a page that carries what it shows', async () => {
    const { text, status } = await app.client().get(`/${owner.slug}/${event.slug}/draw`, html)
    expect(status).toBe(200)
    const [, data = ''] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(text) ?? []
    expect(JSON.parse(data)).toMatchObject({
      kind: 'draw',
      event: { id: event.id, draw: { state: 'drawn', applications: 8 } },
      draw: { state: 'drawn', number: 1 },
    })
    expect(text).toContain('<title>The draw for Night of the Comet')
  })

  it('is found by the beginning of a ticket, however it is typed', async () => {
    const { ticketId } = fans[2] ?? gone
    for (const typed of [
      ticketId,
      ticketId.slice(0, 8),
      ticketNumber(ticketId),
      ticketNumber(ticketId).toUpperCase(),
      ` ${ticketNumber(ticketId)} `,
    ])
      expect(await itemsOf(event, `/tickets?ticket=${encodeURIComponent(typed)}`)).toEqual([expect.objectContaining({ ticketId })])
    const [digit = ''] = ticketId
    const found = await itemsOf(event, `/tickets?ticket=${digit}`)
    expect(found.map((item) => at(item, 'ticketId')).sort()).toEqual(
      [...fans, gone]
        .map((fan) => fan.ticketId)
        .filter((id) => id.startsWith(digit))
        .sort(),
    )
    expect(await itemsOf(event, `/tickets?ticket=${'0'.repeat(64)}`)).toEqual([])
  })

  it.each([
    '/tickets?ticket=%25',
    '/tickets?ticket=_',
    `/tickets?ticket=${'a'.repeat(65)}`,
    '/tickets?ticket=a&ticket=b',
    '/tickets?ticket[x]=a',
    '/tickets?ticket=%00',
    '/tickets?after=x',
    '/tickets?after=-1',
    '/tickets?after=1e3',
    '/tickets?after=1&after=2',
    '/tickets?other=1',
    '/log?after=x',
    '/log?after=-1',
    '/log?after=1.5',
    '/log?after=99999999999999999999',
    '/log?after=1&after=2',
    '/log?after[]=1',
  ])('refuses %s, naming the field', async (path) => {
    const answer = await show(event, path)
    expect(answer.status).toBe(400)
    expect(at(answer.body, 'errors.0.path')).toBe(/[?&]([^=]+)/.exec(path)?.[1])
  })

  it('takes a cursor from before the draw for the beginning', async () => {
    const all = await itemsOf(event, '/tickets')
    for (const cursor of ['f'.repeat(64), '9'.repeat(64), `${'0'.repeat(60)}1e99`])
      expect(await itemsOf(event, `/tickets?after=${cursor}`)).toEqual(all)
    expect(await itemsOf(event, '/tickets?after=999999999')).toEqual([])
  })

  it('is not sent again to whoever has it, and is when the log has gone on', async () => {
    const address = `${app.url}/api/public/${owner.slug}/${event.slug}/draw/bundle`
    for (const form of ['zip', 'json']) {
      const whole = await fetch(`${address}.${form}`)
      expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(1000)
      const tag = whole.headers.get('etag') ?? ''
      expect([tag, whole.headers.get('cache-control')]).toEqual([`"${textAt((await show(event)).body, 'head')}"`, 'public, no-cache'])
      const again = await fetch(`${address}.${form}`, { headers: { 'if-none-match': `"x", W/${tag}` } })
      expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
      const older = await fetch(`${address}.${form}`, { headers: { 'if-none-match': `"${'0'.repeat(64)}"` } })
      expect([older.status, (await older.arrayBuffer()).byteLength > 1000]).toEqual([200, true])
    }
  })

  /** The bytes of the archive; HttpClient reads texts. */
  async function zipOf({ slug }: PublishedEvent): Promise<Uint8Array> {
    const response = await fetch(`${app.url}/api/public/${owner.slug}/${slug}/draw/bundle.zip`)
    expect(response.headers.get('content-disposition')).toContain('draw.zip')
    return new Uint8Array(await response.arrayBuffer())
  }

  function unitOf({ entries }: Awaited<ReturnType<typeof replayDraw>>, ticketId: string): string {
    return unitAt(entries, findTicket(entries, ticketId)).unitId
  }
})

describe('a draw nobody may see', () => {
  it('is not there: of a draft, of another address, of none', async () => {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Not yet public' })
    const stranger = await signUp(app.client())
    const event = await openEvent(1)
    for (const address of [
      `${owner.slug}/${textAt(draft.body, 'slug')}`,
      `${stranger.slug}/${event.slug}`,
      `${owner.slug}/nothing`,
      `nobody/${event.slug}`,
    ])
      for (const path of ['', '/tickets', '/log', '/bundle.json', '/bundle.zip', '/rules.txt'])
        expect((await app.client().get(`/api/public/${address}/draw${path}`)).status).toBe(404)
    for (const path of ['/tickets', '/log', '/bundle.json', '/bundle.zip', '/rules.txt']) expect((await show(event, path)).status).toBe(404)
    expect((await show(event)).body).toMatchObject({ state: 'none' })
  })
})

describe('fewer applicants than seats', () => {
  it('all get a seat, and nobody is told of a list', async () => {
    const event = await openEvent(5)
    const few = await enterFans(app, owner, event, 3)
    await app.moveTo(event.closesAt)
    await app.moveTo(await roundTime(app, owner, event))
    expect((await show(event)).body).toMatchObject({ state: 'drawn', counts: { seats: 5, placed: 3, waiting: 0, out: 0 } })
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
    for (const fan of few) expect(subjectsTo(app, fan).at(-1)).toMatch(/there is a seat for you/)
    const [pool] = await app.database.query<{ seats: number; taken: number }>('select seats, taken from seat_pools where event_id = $1', [
      event.id,
    ])
    expect(pool).toEqual({ seats: 5, taken: 3 })
  })
})

describe('two events that close at the same moment', () => {
  it('are drawn apart: each with its own list, seed and order', async () => {
    const [one, other] = [await openEvent(2), await openEvent(2)]
    const people = [await enterFans(app, owner, one, 4), await enterFans(app, owner, other, 4)]
    await app.database.query('update events set closes_at = $2 where id = any($1)', [[one.id, other.id], one.closesAt])
    await app.moveTo(one.closesAt)
    await app.moveTo(later(await roundTime(app, owner, one), 60 * second))
    const draws = [(await show(one)).body, (await show(other)).body]
    for (const [index, event] of [one, other].entries()) {
      expect(draws[index]).toMatchObject({ state: 'drawn', counts: { entries: 4, placed: 2, waiting: 2 } })
      expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true })
      expect((await itemsOf(event, '/tickets')).map((item) => at(item, 'ticketId')).sort()).toEqual(
        people[index]?.map(({ ticketId }) => ticketId).sort(),
      )
    }
    for (const field of ['commitment', 'seed', 'orderHash', 'head']) expect(at(draws[0], field)).not.toBe(at(draws[1], field))
  })
})
