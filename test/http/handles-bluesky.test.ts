import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan } from '../factories/fans.js'
import { beginProof, checkProof, dropProof, finishProof, ownProof, proveBySignIn, signInAt } from '../factories/proofs.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, textAt } from '../support/http-client.js'
import { type AtprotoAccount, type AtprotoPeer, atprotoHosts, startAtprotoPeer } from '../support/peers/atproto-peer.js'

/** Against recorded answers of a PDS, of plc.directory and of the public AppView, by a peer that checks PKCE and the proof of possession. */

const anna = (): AtprotoAccount => ({
  did: `did:plc:${'a'.repeat(24)}`,
  named: 'anna.example.org',
  handles: ['anna.example.org'],
  description: 'Stars.',
  createdAt: '2023-05-01T12:00:00.000Z',
  followers: 87,
  follows: ['duinlicht.example.org'],
})
const mallory = (): AtprotoAccount => ({
  ...anna(),
  did: `did:plc:${'m'.repeat(24)}`,
  named: 'mallory.example.org',
  handles: ['mallory.example.org'],
})

let peer: AtprotoPeer
let peers: string

beforeAll(async () => {
  peer = await startAtprotoPeer()
  const hosts = [...atprotoHosts, 'anna.example.org', 'mallory.example.org']
  peers = hosts.map((host) => `${host}=127.0.0.1:${peer.port}`).join(',')
})
afterAll(() => peer?.close())
beforeEach(() => {
  peer.accounts.splice(0, peer.accounts.length, anna(), mallory())
  peer.signedInAs = anna().did
})

async function start(settings: Readonly<Record<string, string>>) {
  const app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PEERS: peers, ...settings } })
  const owner = await signUp(app.client())
  await owner.client.patch(`/api/organizations/${owner.slug}`, { blueskyHandle: 'duinlicht.example.org' })
  const event = await openEvent(app, owner, 5, { handleProof: { mode: 'mark', networks: ['bluesky'], followers: true } })
  const fans = await enterFans(app, owner, event, 2)
  return { app, owner, event, fans }
}

describe('an account on Bluesky, by signing in', () => {
  let app: TestApp
  let owner: SignedUp
  let event: PublishedEvent
  let fan: Fan
  let other: Fan
  let ports: Record<string, number>

  beforeAll(async () => {
    const started = await start({ PUBLIC_URL: 'https://tweetup.example.org' })
    ;({ app, owner, event } = started)
    ;[fan, other] = started.fans as [Fan, Fan]
    ports = { 'pds.example.org': peer.port }
    expect(event.slug).not.toBe('')
    expect(owner.slug).not.toBe('')
  }, 60_000)
  afterAll(() => app?.close())

  it('is proven by its own server, and asks for nothing but who she is', async () => {
    const answer = await proveBySignIn(app, fan, 'bluesky', 'anna.example.org', ports)
    expect(answer.body).toMatchObject({
      proof: {
        network: 'bluesky',
        handle: 'anna.example.org',
        accountCreatedAt: '2023-05-01T12:00:00.000Z',
        followsBrand: true,
        followers: 87,
      },
    })
    expect(new Set(peer.scopes)).toEqual(new Set(['atproto']))
    expect(peer.liveTokens.size).toBe(0)
    expect(await proveBySignIn(app, other, 'bluesky', 'anna.example.org', ports)).toMatchObject({ status: 409 })
    await dropProof(app, fan)
  })

  it('is described to servers by a document that they can fetch', async () => {
    const { body } = await app.client().get('/proof/bluesky/client-metadata.json')
    expect(body).toMatchObject({
      client_id: 'https://tweetup.example.org/proof/bluesky/client-metadata.json',
      redirect_uris: ['https://tweetup.example.org/proof/bluesky'],
      scope: 'atproto',
      token_endpoint_auth_method: 'none',
      dpop_bound_access_tokens: true,
    })
  })

  it('is the one that is signed in', async () => {
    peer.signedInAs = mallory().did
    expect(at((await proveBySignIn(app, fan, 'bluesky', 'anna.example.org', ports)).body, 'proof.handle')).toBe('mallory.example.org')
    await dropProof(app, fan)
  })

  it('whose document claims the name of another is nobody', async () => {
    peer.signedInAs = mallory().did
    const begun = await beginProof(app, fan, 'bluesky', 'mallory.example.org')
    const account = peer.accounts[1]
    if (account) account.named = 'anna.example.org'
    const answer = await finishProof(app, fan, await signInAt(textAt(begun.body, 'url'), ports))
    expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:notTheirs') } })
    // And a name that leads to an account which does not answer to it is none.
    expect(await beginProof(app, fan, 'bluesky', 'mallory.example.org')).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('handles:accountUnknown') },
    })
  })

  it('cannot be finished twice, with another code, from another server or for another application', async () => {
    const begin = async () => signInAt(textAt((await beginProof(app, fan, 'bluesky', 'anna.example.org')).body, 'url'), ports)
    const returned = await begin()
    expect((await finishProof(app, other, returned)).status).toBe(409)
    expect((await finishProof(app, fan, returned)).status).toBe(200)
    expect((await finishProof(app, fan, returned)).status).toBe(409)
    await dropProof(app, fan)
    for (const change of [{ code: returned.code ?? '' }, { issuer: 'https://evil.example.org' }, { place: '0123456789abcdef' }])
      expect([(await finishProof(app, fan, { ...(await begin()), ...change })).status, change]).toEqual([409, change])
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })
})

describe('an account on Bluesky, where no server could reach Tweetup', () => {
  it('is proven by a code in its profile', async () => {
    const { app, fans } = await start({})
    const [fan] = fans as [Fan]
    try {
      const begun = await beginProof(app, fan, 'bluesky', 'anna.example.org')
      expect(begun.body).toMatchObject({ kind: 'code', url: null, profileUrl: 'https://bsky.app/profile/anna.example.org' })
      expect(await checkProof(app, fan, 'bluesky', 'anna.example.org')).toMatchObject({
        status: 409,
        body: { type: expect.stringContaining('handles:codeMissing') },
      })
      const account = peer.accounts[0]
      if (account) account.description = `Stars. ${textAt(begun.body, 'text')}`
      expect((await checkProof(app, fan, 'bluesky', 'anna.example.org')).body).toMatchObject({
        proof: { handle: 'anna.example.org', followsBrand: true },
      })
    } finally {
      await app.close()
    }
  }, 60_000)
})
