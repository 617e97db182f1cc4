import { createServer, type RequestListener, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import {
  beaconFromInfo,
  type Beacon,
  createTrialChain,
  type DrandRound,
  type Manifest,
  roundTime,
  type TrialChain,
  verifyRound,
} from '#draw'
import { Clock } from '../../database/index.js'
import { loadConfig } from '../../config/index.js'
import { BeaconClient } from './beacon-client.js'
import { TrialBeacon } from './trial-beacon.js'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A real relay on a free port that answers as the listener says, and counts how often it was asked. */
async function relay(listener: RequestListener): Promise<{ readonly url: string; readonly port: number; readonly asked: () => number }> {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The relay has no port.')
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, asked: () => asked }
}

const answers =
  (body: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body))
  }

class StoppedClock extends Clock {
  override async now(): Promise<Date> {
    return new Date('2027-05-01T10:00:00Z')
  }
}

function clientWith(settings: Readonly<Record<string, string>>): BeaconClient {
  const config = loadConfig({ SECRET_KEY: 'known to this test and to nothing else', ...settings })
  return new BeaconClient(config, new TrialBeacon(config, new StoppedClock()))
}

/** The round that decides, and what an honest relay says of it. */
async function decided(): Promise<{
  readonly manifest: Manifest
  readonly honest: DrandRound
  readonly chain: TrialChain
  readonly beacon: Beacon
}> {
  const chain = await createTrialChain({ secret: new Uint8Array(32).fill(7), period: 30, genesis: 1_577_836_800, beaconId: 'test' })
  const beacon = beaconFromInfo(chain.info, 1000)
  return { manifest: manifestWith(beacon), honest: chain.signRound(1000), chain, beacon }
}

function manifestWith(beacon: Beacon): Manifest {
  return {
    v: 'tweetup-draw/1',
    event: 'an event',
    draw: 1,
    prev: null,
    closesAt: roundTime(beacon, beacon.round) - 600,
    rulesSha256: '0'.repeat(64),
    seats: 1,
    maxUnitSeats: 1,
    maxWeight: 1,
    fill: 'first-fit',
    pools: [{ id: 'open', seats: 1, tag: null }],
    spillTo: null,
    entries: { count: 0, members: 0, seats: 0, root: '0'.repeat(64) },
    excluded: { count: 0, root: '0'.repeat(64) },
    seed: { mode: 'beacon', beacon, contributors: [], fallbackAfter: null },
  }
}

/** What a relay may do instead of its work. */
const lies: readonly [string, (round: { honest: DrandRound; other: DrandRound }) => RequestListener][] = [
  ['a signature of another round under the right number', ({ honest, other }) => answers({ ...honest, signature: other.signature })],
  ['another round', ({ other }) => answers(other)],
  [
    'a signature with one digit changed',
    ({ honest }) => answers({ ...honest, signature: honest.signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }),
  ],
  ['a signature that is no point of the curve', ({ honest }) => answers({ ...honest, signature: 'f'.repeat(96) })],
  ['a signature of capital letters', ({ honest }) => answers({ ...honest, signature: honest.signature.toUpperCase() })],
  ['an empty signature', ({ honest }) => answers({ ...honest, signature: '' })],
  ['a list instead of a signature', ({ honest }) => answers({ ...honest, signature: [honest.signature] })],
  ['a round as text', ({ honest }) => answers({ ...honest, round: String(honest.round) })],
  ['null', () => answers('null')],
  ['half a document', ({ honest }) => answers(JSON.stringify(honest).slice(0, -5))],
  ['a page', () => answers('<html>Welcome to the hotel network</html>')],
  ['nothing', () => answers('')],
  ['404', () => answers({}, 404)],
  ['425, too early', () => answers({}, 425)],
  ['the right answer with an error', ({ honest }) => answers(honest, 500)],
  ['a redirect', () => (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['a broken connection', () => (request) => void request.socket.destroy()],
  ['more than it should, after the right answer', ({ honest }) => answers(`${JSON.stringify(honest)}${' '.repeat(5000)}`)],
]

describe('a relay', () => {
  it.each(lies)('that answers %s decides nothing, and the next one is asked', async (_, listener) => {
    const { manifest, honest, chain } = await decided()
    const liar = await relay(listener({ honest, other: chain.signRound(999) }))
    const truthful = await relay(answers(honest))
    // A trial asks its own port first and its public address then.
    const client = clientWith({ PORT: String(liar.port), PUBLIC_URL: truthful.url })
    expect(await client.signature(manifest)).toBe(honest.signature)
    expect([liar.asked(), truthful.asked()]).toEqual([1, 1])
    await expect(clientWith({ BEACON_URL: liar.url }).signature(manifest)).rejects.toThrow(
      /Round 1000 could not be fetched; it will be tried again\. http:\/\/127/,
    )
  })

  it('that sends without end is left after a few thousand bytes', async () => {
    const { manifest, honest } = await decided()
    let sent = 0
    const endless = await relay((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += 65_536
          if (!response.write('x'.repeat(65_536))) return void response.once('drain', more)
        }
      }
      more()
    })
    const truthful = await relay(answers(honest))
    expect(await clientWith({ PORT: String(endless.port), PUBLIC_URL: truthful.url }).signature(manifest)).toBe(honest.signature)
    expect(sent).toBeLessThan(50_000_000)
  })

  it('that never answers is left after five seconds', async () => {
    const { manifest, honest } = await decided()
    const silent = await relay(() => undefined)
    const slow = await relay((_, response) => void response.writeHead(200).write('{'))
    const truthful = await relay(answers(honest))
    const began = performance.now()
    const [signature] = await Promise.all([
      clientWith({ PORT: String(silent.port), PUBLIC_URL: truthful.url }).signature(manifest),
      expect(clientWith({ BEACON_URL: slow.url }).signature(manifest)).rejects.toThrow(/will be tried again/),
    ])
    expect(signature).toBe(honest.signature)
    expect(performance.now() - began).toBeLessThan(9000)
  }, 15_000)
})

describe('the setting BEACON_URL', () => {
  const { rounds } = JSON.parse(readFileSync('test/vectors/draw/drand.json', 'utf8')) as {
    rounds: { chain: string; round: number; signature: string; valid: boolean }[]
  }
  const published = rounds.find(({ chain, valid }) => chain === 'quicknet' && valid)

  it('names the relay of the public chain, whose published rounds are taken and nothing else', async () => {
    if (!published) throw new Error('There is no published round.')
    const client = clientWith({ BEACON_URL: (await relay(answers({ ...published, randomness: '' }))).url })
    expect(client.trial).toBe(false)
    const { beacon } = await client.futureRound(0, 1_700_000_000)
    expect(await client.signature(manifestWith({ ...beacon, round: published.round }))).toBe(published.signature)
    await expect(client.signature(manifestWith({ ...beacon, round: published.round + 1 }))).rejects.toThrow(/did not answer with round/)
  })

  it('takes the path of the relay as it is', async () => {
    let asked = ''
    const { url } = await relay((request, response) => {
      asked = request.url ?? ''
      response.end()
    })
    const { manifest, beacon } = await decided()
    await expect(clientWith({ BEACON_URL: `${url}/drand/` }).signature(manifest)).rejects.toThrow()
    expect(asked).toBe(`/drand/${beacon.chainHash}/public/1000`)
  })
})

describe('without it', () => {
  it('a trial takes rounds of its own chain, ten minutes or more ahead', async () => {
    const client = clientWith({})
    expect(client.trial).toBe(true)
    const { beacon, at } = await client.futureRound(1_800_000_000, 1_800_000_017)
    expect(at).toBe(roundTime(beacon, beacon.round))
    expect(at).toBeGreaterThanOrEqual(1_800_000_617)
    expect(at).toBeLessThan(1_800_000_617 + beacon.period)
    const late = await client.futureRound(1_800_000_000, 1_800_009_000)
    expect(late.at).toBeGreaterThanOrEqual(1_800_009_600)
  })

  it("an installation with a database of its own takes drand's quicknet", async () => {
    const client = clientWith({ DATABASE_URL: 'postgres://localhost/tweetup', SMTP_URL: 'smtp://localhost' })
    const { beacon } = await client.futureRound(1_800_000_000, 1_800_000_000)
    expect(client.trial).toBe(false)
    expect(beacon).toMatchObject({ chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971', period: 3 })
    expect(client.relays.every((address) => address.startsWith('https://'))).toBe(true)
    expect(await verifyRound({ ...beacon, round: 1000 }, { signature: '00'.repeat(48), previousSignature: null })).toBe(false)
  })
})
