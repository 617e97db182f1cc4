import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { beaconFromInfo, chainHash, type DrandChainInfo, knownChain, roundTime, verifyRound } from '#draw'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, numberAt, textAt } from '../support/http-client.js'

let app: TestApp
let info: DrandChainInfo

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  info = (await get('/info')).body as DrandChainInfo
}, 60_000)
afterAll(() => app?.close())

const get = (path: string): Promise<Answer> => app.client().get(`/beacon${path}`)
const timeOf = (round: number) => new Date(roundTime(beaconFromInfo(info, 1), round) * 1000)

describe('the trial beacon', () => {
  it("describes its chain as drand's relays do", async () => {
    expect(Object.keys(info).sort()).toEqual(['genesis_time', 'groupHash', 'hash', 'metadata', 'period', 'public_key', 'schemeID'])
    expect(info).toMatchObject({ period: 30, schemeID: 'bls-unchained-g1-rfc9380', metadata: { beaconID: 'tweetup-trial' } })
    expect(info.public_key).toMatch(/^[0-9a-f]{192}$/)
    expect((await get('/chains')).body).toEqual([info.hash])
    expect((await get(`/${info.hash}/info`)).body).toEqual(info)
    expect(chainHash(info)).toBe(info.hash)
  })

  it('is none of the public chains', () => {
    expect(knownChain(info.hash)).toBeNull()
  })

  it('gives rounds whose signatures are genuine', async () => {
    const latest = (await get(`/${info.hash}/public/latest`)).body
    const round = numberAt(latest, 'round')
    expect(Object.keys(latest as object).sort()).toEqual(['randomness', 'round', 'signature'])
    expect((await get(`/${info.hash}/public/${round}`)).body).toEqual(latest)
    expect((await get(`/public/${round}`)).body).toEqual(latest)
    const signature = textAt(latest, 'signature')
    expect(textAt(latest, 'randomness')).toBe(createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex'))
    const beacon = beaconFromInfo(info, round)
    expect(await verifyRound(beacon, { signature, previousSignature: null })).toBe(true)
    expect(await verifyRound({ ...beacon, round: round - 1 }, { signature, previousSignature: null })).toBe(false)
    expect(textAt((await get(`/public/${round - 1}`)).body, 'signature')).not.toBe(signature)
  })

  it('keeps a round to itself until its time has come by the clock of the installation', async () => {
    const next = numberAt((await get('/public/latest')).body, 'round') + 3
    await app.moveTo(new Date(timeOf(next).getTime() - 3000))
    const early = await get(`/${info.hash}/public/${next}`)
    expect(early).toMatchObject({
      status: 404,
      body: { type: 'urn:tweetup:problem:draws:roundNotOut', detail: expect.stringContaining(String(next)) },
    })
    expect(early.headers.get('cache-control')).toBe('no-store')
    expect(early.text).not.toContain('signature')
    expect(numberAt((await get('/public/latest')).body, 'round')).toBe(next - 1)
    await app.moveTo(timeOf(next))
    expect(at((await get(`/${info.hash}/public/${next}`)).body, 'round')).toBe(next)
    expect(numberAt((await get('/public/latest')).body, 'round')).toBe(next)
  })

  it('is the same chain after a restart', async () => {
    const again = await startTestApp({ database: app.database })
    try {
      expect((await again.client().get('/beacon/info')).body).toEqual(info)
      expect((await again.client().get('/beacon/public/1')).body).toEqual((await get('/public/1')).body)
    } finally {
      await again.close()
    }
  })

  it.each([
    '/public/0',
    '/public/-1',
    '/public/1.5',
    '/public/one',
    '/public/1e3',
    '/public/99999999999999999999999',
    '/public/%00',
    `/${'0'.repeat(64)}/info`,
    '/x/public/latest',
    '/nothing',
  ])('answers %s with a problem and no signature', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('signature')
  })
})
