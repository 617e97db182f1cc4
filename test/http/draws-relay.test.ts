import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, personalPage, publicDraw, roundTime, subjectsTo } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, numberAt } from '../support/http-client.js'
import { honestly, type Relay, startRelay } from '../support/relay.js'
import { waitFor } from '../support/wait-for.js'

let relay: Relay
let app: TestApp
let owner: SignedUp

/** On port 0 the installation does not know its own, so it asks for rounds at its public address alone: at the relay. */
beforeAll(async () => {
  relay = await startRelay()
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PORT: '0', PUBLIC_URL: relay.url } })
  relay.source = app.url
  owner = await signUp(app.client())
}, 60_000)
afterAll(async () => {
  await app?.close()
  await relay?.close()
})

beforeEach(() => {
  relay.behaviour = honestly
})

async function committed(): Promise<{ event: PublishedEvent; fans: Fan[] }> {
  const event = await openEvent(app, owner, 1)
  const fans = await enterFans(app, owner, event, 3)
  await app.moveTo(event.closesAt)
  return { event, fans }
}

const stateOf = async (event: PublishedEvent) => at((await publicDraw(app, owner, event)).body, 'state')

/** The answer of the round before, as if it were the one that was asked for. */
const lie: Relay['behaviour'] = async (honest, path) => {
  const round = Number(path.split('/').at(-1))
  const before = (await (await fetch(`${app.url}${path.replace(/\d+$/, String(round - 1))}`)).json()) as object
  return JSON.stringify({ ...(JSON.parse(await honest()) as object), ...before, round })
}

describe('a relay that gives a wrong signature', () => {
  it('draws nothing, tells nobody, and holds up nothing else; once one is honest, the draw is made', async () => {
    const { event, fans } = await committed()
    const next = await openEvent(app, owner, 1)
    await app.database.query('update events set closes_at = $2 where id = $1', [next.id, await roundTime(app, owner, event)])
    relay.behaviour = lie
    await app.moveTo(await roundTime(app, owner, event))
    await waitFor(() => relay.asked.length > 1)
    await app.settled()
    expect((await publicDraw(app, owner, event)).body).toMatchObject({
      state: 'committed',
      signature: null,
      seed: null,
      counts: { placed: 0, waiting: 3, log: 0 },
    })
    expect(await app.database.query('select from draw_orders union all select from draw_units')).toEqual([])
    expect(await app.database.query('select from invitations')).toEqual([])
    for (const fan of fans) {
      expect(at((await personalPage(app, fan)).body, 'step')).toBe('entered')
      expect(subjectsTo(app, fan).filter((subject) => /seat/.test(subject))).toEqual([])
    }
    expect(await stateOf(next)).toBe('committed')

    relay.behaviour = honestly
    await waitFor(async () => (await stateOf(event)) === 'drawn')
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    await app.settled()
    for (const fan of fans) expect(subjectsTo(app, fan).filter((subject) => /seat/.test(subject))).toHaveLength(1)
  })
})

describe('a relay that has one round and not the other', () => {
  it('lets the one draw be made', async () => {
    const [one, other] = [await openEvent(app, owner, 1), await openEvent(app, owner, 1)]
    const aMinuteLater = new Date(one.closesAt.getTime() + 60_000)
    await app.database.query('update events set closes_at = $2 where id = $1', [other.id, aMinuteLater])
    await app.moveTo(one.closesAt)
    await app.moveTo(aMinuteLater)
    const missing = numberAt((await publicDraw(app, owner, one)).body, 'round')
    relay.behaviour = async (honest, path) => (path.endsWith(`/${missing}`) ? '{}' : honest())
    await app.moveTo(await roundTime(app, owner, other))
    await waitFor(async () => (await stateOf(other)) === 'drawn')
    expect(await stateOf(one)).toBe('committed')
    relay.behaviour = honestly
    await app.settled()
    expect(await stateOf(one)).toBe('drawn')
  })
})

describe('an event that is cancelled while a relay thinks', () => {
  it('is not drawn', async () => {
    const { event, fans } = await committed()
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<void>()
    relay.behaviour = async (honest) => {
      asked.resolve()
      await answer.promise
      return honest()
    }
    const moved = app.moveTo(await roundTime(app, owner, event))
    await asked.promise
    const cancelled = await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/cancellation`, {
      reason: 'There is a storm.',
      confirmTitle: 'Night of the Comet',
    })
    expect(cancelled.status).toBe(200)
    answer.resolve()
    await moved
    expect(await stateOf(event)).toBe('committed')
    for (const fan of fans) expect(subjectsTo(app, fan).at(-1)).toBe('Night of the Comet is cancelled')
  })
})
