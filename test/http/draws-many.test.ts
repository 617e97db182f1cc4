import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { type DrawState, findTicket, rankedUnits, ticketNumber } from '#draw'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { publicDraw, roundTime } from '../factories/fans.js'
import { muteDraws } from '../factories/mute-draws.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { replayDraw, verifyDraw, verifyFiles } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'

const [applications, capacity, perPage] = [10_000, 25, 500]
const [withdrawn, setAside, unconfirmed] = [3, 2, 130]
const entries = applications - withdrawn - setAside - unconfirmed

let app: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  await muteDraws(app.database)
  owner = await signUp(app.client())
  event = await publishEvent(owner, { capacity, now: await app.now() })
  await app.moveTo(event.opensAt)
  const ids = await insertConfirmedApplications(app.database, event.id, applications)
  const take = (count: number) => [ids.splice(0, count)]
  await app.database.query('update applications set withdrawn_at = now() where id = any($1)', take(withdrawn))
  await app.database.query(
    `update applications set set_aside_at = now(), set_aside_reason = 'duplicate' where id = any($1)`,
    take(setAside),
  )
  await app.database.query('update applications set confirmed_at = null where id = any($1)', take(unconfirmed))
  await app.moveTo(event.closesAt)
}, 60_000)
afterAll(() => app?.close())

const show = (path = '') => publicDraw(app, owner, event, path)
const ticketsOf = (pages: unknown[][]) => pages.flat().map((item) => textAt(item, 'ticketId'))

/** All pages of a list, one after the other. */
async function allPages(path: string): Promise<unknown[][]> {
  const pages: unknown[][] = []
  for (let cursor: string | undefined; pages.length === 0 || cursor !== undefined; ) {
    const { body } = await show(`${path}${cursor === undefined ? '' : `${path.includes('?') ? '&' : '?'}after=${cursor}`}`)
    pages.push(listAt(body, 'items'))
    cursor = at(body, 'nextCursor') === null ? undefined : textAt(body, 'nextCursor')
    if (pages.length > 30) throw new Error('The cursors lead in a circle.')
  }
  return pages
}

async function zipFiles() {
  const response = await fetch(`${app.url}/api/public/${owner.slug}/${event.slug}/draw/bundle.zip`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const file = (name: string) => files[name] ?? new Uint8Array()
  return { manifest: file('manifest.json'), entries: file('entries.txt'), excluded: file('excluded.txt'), log: file('log.jsonl') }
}

describe('a frozen list of ten thousand', () => {
  it('names everybody who takes part, and sets aside whoever does not', async () => {
    expect((await show()).body).toMatchObject({
      state: 'committed',
      counts: { entries, seats: capacity, placed: 0, waiting: entries, out: 0 },
    })
    const { excluded, ...files } = await zipFiles()
    expect(await verifyFiles({ excluded, ...files }, { commitment: textAt((await show()).body, 'commitment') })).toMatchObject({
      ok: true,
      drawn: false,
    })
    const reasons = new TextDecoder()
      .decode(excluded)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[1])
    const times = (reason: string) => reasons.filter((other) => other === reason).length
    expect([reasons.length, times('withdrawn'), times('duplicate'), times('unconfirmed')]).toEqual([
      withdrawn + setAside + unconfirmed,
      withdrawn,
      setAside,
      unconfirmed,
    ])
  })

  it('is listed by ticket, page by page, each ticket once', async () => {
    const pages = await allPages('/tickets')
    const tickets = ticketsOf(pages)
    expect(pages.slice(0, -1).every(({ length }) => length === perPage)).toBe(true)
    expect(new Set(tickets).size).toBe(entries)
    expect(tickets).toEqual(tickets.toSorted())
    expect(pages.flat().every((item) => at(item, 'state') === 'entered' && at(item, 'rank') === null)).toBe(true)
  })
})

describe('its draw', () => {
  let state: DrawState

  beforeAll(async () => {
    await app.moveTo(await roundTime(app, owner, event))
    state = await replayDraw(app, owner, event)
  }, 60_000)

  it('is the one that both forms of the bundle prove to anybody', async () => {
    const { body } = await show()
    const published = { commitment: textAt(body, 'commitment'), head: textAt(body, 'head') }
    expect(await verifyFiles(await zipFiles(), published)).toMatchObject({ ok: true, drawn: true })
    expect(await verifyDraw(app, owner, event, published)).toMatchObject({ ok: true, drawn: true })
    const { length } = (await show('/bundle.json')).text
    expect(Math.abs(numberAt(body, 'bundleBytes') - length)).toBeLessThan(100 + 3 * (withdrawn + setAside + unconfirmed))
  })

  it('is listed in its order, page by page, with what became of everybody', async () => {
    const pages = await allPages('/tickets')
    expect(pages.slice(0, -1).every(({ length }) => length === perPage)).toBe(true)
    expect(ticketsOf(pages)).toEqual([...rankedUnits(state)].flatMap(({ members }) => members))
    const items = pages.flat()
    expect(items.map((item) => at(item, 'rank'))).toEqual(items.map((_, index) => index + 1))
    expect(items.map((item) => at(item, 'state'))).toEqual(items.map((_, index) => (index < capacity ? 'invited' : 'waiting')))
    expect((await show()).body).toMatchObject({ counts: { placed: capacity, waiting: entries - capacity, out: 0 } })
  })

  it('lets a page begin anywhere', async () => {
    const ranks = async (after: number) => listAt((await show(`/tickets?after=${after}`)).body, 'items').map((item) => at(item, 'rank'))
    for (const after of [1, 255, 256, 257, 511, 5000, entries - 1])
      expect(await ranks(after)).toEqual(Array.from({ length: Math.min(perPage, entries - after) }, (_, index) => after + index + 1))
    for (const after of [entries, entries + 1, 999_999_999]) expect(await ranks(after)).toEqual([])
  })

  it('finds the tickets that begin with what was typed, page by page', async () => {
    const all = [...rankedUnits(state)].flatMap(({ members }) => members).toSorted()
    for (const prefix of ['0', '7f', 'f', 'ffff', all[0]?.slice(0, 8) ?? '', all.at(-1) ?? '', '0'.repeat(64)])
      expect(ticketsOf(await allPages(`/tickets?ticket=${prefix}`))).toEqual(all.filter((ticket) => ticket.startsWith(prefix)))
  })

  it('knows the place of every ticket that the console lists', async () => {
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/applications`)
    expect(listAt(body, 'items')).toHaveLength(50)
    const tickets = await app.database.query<{ ticket_id: string }>('select ticket_id from applications where event_id = $1', [event.id])
    const ticketOf = new Map(tickets.map(({ ticket_id }) => [ticketNumber(ticket_id), ticket_id]))
    for (const item of listAt(body, 'items')) {
      const line = findTicket(state.entries, ticketOf.get(textAt(item, 'ticketNumber')) ?? '')
      expect(at(item, 'rank')).toBe(line === -1 ? null : (state.order?.placeOfUnit[line] ?? 0) + 1)
    }
  })

  it('lists a long log page by page, each line once', async () => {
    const lines = 205
    await app.database.query(
      `insert into draw_events (draw_id, organization_id, seq, event, hash)
       select id, organization_id, n, jsonb_build_object('seq', n, 'at', 1, 'type', 'withdraw', 'unit', 'unit' || n, 'reason', 'own-wish', 'promoted', '[]'::jsonb)::text, 'hash' || n
       from draws, generate_series(2, $2) as n where event_id = $1`,
      [event.id, lines],
    )
    const pages = await allPages('/log')
    expect(pages.map(({ length }) => length)).toEqual([200, 5])
    expect(pages.flat().map((line) => at(line, 'seq'))).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
  })
})
