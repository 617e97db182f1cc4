import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js'
import { loadMigrations } from '../../apps/api/src/database/migrate.js'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { publicDraw, roundTime } from '../factories/fans.js'
import { muteDraws } from '../factories/mute-draws.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'

const [applications, capacity, declined] = [700, 8, 3]

let app: TestApp
let owner: SignedUp
let [drawn, sealed]: PublishedEvent[] = []

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  await muteDraws(app.database)
  owner = await signUp(app.client())
  drawn = await filled(applications)
  await app.moveTo(drawn.closesAt)
  await app.moveTo(await roundTime(app, owner, drawn))
  await app.database.query(
    `update invitations set deadline = now() where id in (select id from invitations where event_id = $1 order by id limit $2)`,
    [drawn.id, declined],
  )
  await app.settled()
  await owner.client.post('/api/session', { email: owner.email, password })
  sealed = await filled(40)
  await app.moveTo(sealed.closesAt)
}, 60_000)
afterAll(() => app?.close())

async function filled(count: number): Promise<PublishedEvent> {
  const event = await publishEvent(owner, { capacity, now: await app.now() })
  await app.moveTo(event.opensAt)
  await insertConfirmedApplications(app.database, event.id, count)
  return event
}

/** Every row that says something of a draw, in an order of its own. */
async function everything(): Promise<unknown> {
  const tables = {
    draws: 'id',
    draw_files: 'draw_id, file, first_line',
    draw_tickets: 'draw_id, first_ticket',
    draw_orders: 'draw_id, first',
  }
  const rows = Object.entries({ ...tables, draw_units: 'draw_id, unit' }).map(async ([table, order]) => [
    table,
    await app.database.query(`select * from ${table} order by ${order}`),
  ])
  return Object.fromEntries(await Promise.all(rows))
}

it('a draw from before draws were stored in blocks is the same draw after it', async () => {
  const [before, page] = [await everything(), (await publicDraw(app, owner, known(drawn), '/tickets')).body]
  const [moved] = await app.database.query<{ units: number }>(
    `select count(*)::int as units from draw_units where state <> 'waiting' and draw_id = (select id from draws where event_id = $1)`,
    [known(drawn).id],
  )
  const waiting = applications - (moved?.units ?? 0)
  expect(waiting).toBeLessThan(applications - capacity)
  const steps = (await loadMigrations()).filter(({ name }) => /(17640000070[0-5]0|1764000013410)$/.test(name)).map((Step) => new Step())
  expect(steps).toHaveLength(7)
  const dataSource = await new DataSource({ ...dataSourceOptions(app.database.url, 2), logging: false }).initialize()
  try {
    const runner = dataSource.createQueryRunner()
    for (const step of steps.toReversed()) await step.down(runner)
    const [old] = await app.database.query<{ units: number; ranks: number; waiting: number; bytes: number }>(
      `select count(*)::int as units, count(distinct rank)::int as ranks, count(*) filter (where state = 'waiting')::int as waiting,
         (select octet_length(entries) from draws where event_id = $1) as bytes
       from draw_units where draw_id = (select id from draws where event_id = $1)`,
      [known(drawn).id],
    )
    expect(old).toEqual({ units: applications, ranks: applications, waiting, bytes: 71 * applications })
    for (const step of steps) await step.up(runner)
  } finally {
    await dataSource.destroy()
  }
  expect(await everything()).toEqual(before)
  expect((await publicDraw(app, owner, known(drawn), '/tickets')).body).toEqual(page)
  expect(await verifyDraw(app, owner, known(drawn))).toMatchObject({ ok: true, drawn: true })
  expect(await verifyDraw(app, owner, known(sealed))).toMatchObject({ ok: true, drawn: false })
})

function known(event: PublishedEvent | undefined): PublishedEvent {
  if (event === undefined) throw new Error('There is no event.')
  return event
}
