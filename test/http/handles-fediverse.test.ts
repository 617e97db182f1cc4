import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { bearer } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, personalPage, withdraw } from '../factories/fans.js'
import { beginProof, dropProof, finishProof, ownProof, proveBySignIn, signInAt } from '../factories/proofs.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, numberAt, textAt } from '../support/http-client.js'
import { type FediversePeer, startFediversePeer } from '../support/peers/fediverse-peer.js'

/**
 * Against a real OAuth authorization server, started from a package (oidc-provider): clients, PKCE, codes that serve once and revocation
 * are its own. What of Mastodon is around it is a stand-in, written by hand after its documentation: the server's description of itself,
 * the call that registers a client (which hands on to the real one), WebFinger, the account and whom it follows.
 */

let app: TestApp
let owner: SignedUp
let event: PublishedEvent
let social: FediversePeer
let older: FediversePeer
let evil: FediversePeer
let ports: Record<string, number>

const anna = { id: '1', username: 'anna', createdAt: '2019-03-01T00:00:00.000Z', followers: 412, follows: ['duinlicht@museum.example'] }
const bea = { id: '2', username: 'bea', createdAt: '2026-11-01T00:00:00.000Z', followers: 3, follows: [] }

beforeAll(async () => {
  social = await startFediversePeer({ host: 'social.example' })
  older = await startFediversePeer({ host: 'older.example', old: true })
  evil = await startFediversePeer({ host: 'evil.example' })
  const peers = [social, older, evil]
  for (const peer of peers) peer.accounts.push(anna, bea)
  ports = Object.fromEntries(peers.map(({ host, port }) => [host, port]))
  const settings = { PEERS: peers.map(({ host, port }) => `${host}=127.0.0.1:${port}`).join(',') }
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings })
  owner = await signUp(app.client())
  await owner.client.patch(`/api/organizations/${owner.slug}`, { fediverseHandle: '@duinlicht@museum.example' })
  event = await eventThatAsks({})
}, 60_000)
afterAll(() => Promise.all([app?.close(), social?.close(), older?.close(), evil?.close()]))

beforeEach(() => {
  for (const peer of [social, older, evil]) Object.assign(peer, { signedInAs: '1', lie: {} })
})

async function eventThatAsks(proof: Readonly<Record<string, unknown>>): Promise<PublishedEvent> {
  await owner.client.post('/api/session', { email: owner.email, password })
  return openEvent(app, owner, 5, { handleProof: { mode: 'mark', networks: ['fediverse'], followers: false, ...proof } })
}

async function newFan(at = event): Promise<Fan> {
  const [fan] = await enterFans(app, owner, at, 1)
  if (!fan) throw new Error('The fan was not made.')
  return fan
}

const stored = () => app.database.query<{ origin: string; sealed: Buffer }>('select * from handle_servers')

describe('an account on the fediverse', () => {
  it('is proven by signing in at its own server: age, and whether it follows the brand', async () => {
    const fan = await newFan()
    const answer = await proveBySignIn(app, fan, 'fediverse', '@Anna@social.example', ports)
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.body).toMatchObject({
      mode: 'mark',
      handle: '@anna@social.example',
      proof: {
        network: 'fediverse',
        handle: '@anna@social.example',
        profileUrl: 'https://social.example/@anna',
        accountCreatedAt: '2019-03-01T00:00:00.000Z',
        followsBrand: true,
        followers: null,
      },
    })
    expect((await personalPage(app, fan)).body).toMatchObject({ handle: '@anna@social.example' })
    expect(answer.text).not.toContain('script')
    await dropProof(app, fan)
  })

  it('asks for the least: the scope of the profile, and of follows only where the brand has an account', async () => {
    const fan = await newFan()
    await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    expect(social.scopes.at(-1)).toBe('profile read:follows')
    await dropProof(app, fan)
    await owner.client.patch(`/api/organizations/${owner.slug}`, { fediverseHandle: null })
    const answer = await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    expect(social.scopes.at(-1)).toBe('profile')
    expect(at(answer.body, 'proof.followsBrand')).toBeNull()
    await dropProof(app, fan)
    await owner.client.patch(`/api/organizations/${owner.slug}`, { fediverseHandle: '@duinlicht@museum.example' })
  })

  it('throws the token away, and registers once with a server', async () => {
    const fan = await newFan()
    const before = social.registrations.length
    await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    expect(social.registrations).toHaveLength(before)
    expect(social.registrations[0]).toMatchObject({ client_name: 'Tweetup', scopes: 'profile read:follows' })
    expect(await social.liveTokens()).toBe(0)
    await dropProof(app, fan)
  })

  it('works with a server from before such descriptions', async () => {
    const fan = await newFan()
    older.signedInAs = '2'
    const answer = await proveBySignIn(app, fan, 'fediverse', '@bea@older.example', ports)
    expect(answer.body).toMatchObject({ proof: { handle: '@bea@older.example', followsBrand: false } })
    expect(older.scopes.at(-1)).toBe('read:accounts read:follows')
    await dropProof(app, fan)
  })

  it('counts its followers only where the event says that it uses them', async () => {
    const counting = await eventThatAsks({ followers: true })
    const answer = await proveBySignIn(app, await newFan(counting), 'fediverse', '@anna@social.example', ports)
    expect(at(answer.body, 'proof.followers')).toBe(412)
  })

  it('is the one that is signed in, whichever was typed', async () => {
    const fan = await newFan()
    social.signedInAs = '2'
    const answer = await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    expect(at(answer.body, 'proof.handle')).toBe('@bea@social.example')
    await dropProof(app, fan)
  })

  it('may have its name at a domain that points to the server', async () => {
    const fan = await newFan()
    evil.alsoKnows.set('acct:anna@evil.example', 'https://social.example/users/anna')
    const answer = await proveBySignIn(app, fan, 'fediverse', '@anna@evil.example', ports)
    expect(at(answer.body, 'proof.handle')).toBe('@anna@evil.example')
    evil.alsoKnows.clear()
    await dropProof(app, fan)
  })

  it('is shown to the team', async () => {
    const fan = await newFan()
    await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    const [{ id } = { id: '' }] = await app.database.query<{ id: string }>('select id from applications where email = $1', [fan.email])
    const shown = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/applications/${id}/handle-proof`)
    expect(shown.body).toMatchObject({ proof: { handle: '@anna@social.example', followsBrand: true, followers: null } })
    await dropProof(app, fan)
  })
})

describe('an account carries one application', () => {
  it('and whoever comes second is told so, not whose the first is', async () => {
    const [first, second] = [await newFan(), await newFan()]
    await proveBySignIn(app, first, 'fediverse', '@anna@social.example', ports)
    const refused = await proveBySignIn(app, second, 'fediverse', '@ANNA@social.example', ports)
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:taken') } })
    for (const secret of [first.name, first.email, first.ticketId]) expect(refused.text).not.toContain(secret)
    expect((await ownProof(app, second)).body).toMatchObject({ proof: null })
    // In time for the next: whoever withdraws leaves the account free.
    await withdraw(app, first)
    expect(await proveBySignIn(app, second, 'fediverse', '@anna@social.example', ports)).toMatchObject({ status: 200 })
    expect((await ownProof(app, first)).body).toMatchObject({ proof: null })
    await dropProof(app, second)
  })

  it('of two at the same moment one is proven', async () => {
    const fans = [await newFan(), await newFan(), await newFan()]
    const answers = await Promise.all(fans.map((fan) => proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const fan of fans) await dropProof(app, fan)
  })

  it('and another account in its place takes the proof away', async () => {
    const fan = await newFan()
    await proveBySignIn(app, fan, 'fediverse', '@anna@social.example', ports)
    const edit = async (changes: object) => {
      const version = numberAt((await personalPage(app, fan)).body, 'version')
      const { headers } = bearer(fan.personalToken)
      return app.client().patch('/api/me', changes, { headers: { ...headers, 'if-match': `"${version}"` } })
    }
    expect((await edit({ name: 'Anna de Wit', handle: '@anna@social.example' })).status).toBe(200)
    expect(at((await ownProof(app, fan)).body, 'proof.handle')).toBe('@anna@social.example')
    expect((await edit({ handle: '@carla@social.example' })).status).toBe(200)
    expect((await ownProof(app, fan)).body).toMatchObject({ handle: '@carla@social.example', proof: null })
    expect(await app.database.query('select * from handle_proofs where event_id = $1', [event.id])).toEqual([])
  })
})

describe('an attacker', () => {
  it('cannot finish with the state of another application, and uses it up for nobody', async () => {
    const [victim, attacker] = [await newFan(), await newFan()]
    const begun = await beginProof(app, victim, 'fediverse', '@anna@social.example')
    const returned = await signInAt(textAt(begun.body, 'url'), ports)
    const stolen = await finishProof(app, attacker, returned)
    expect(stolen).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:expired') } })
    expect((await finishProof(app, victim, returned)).status).toBe(200)
    await dropProof(app, victim)
  })

  it('cannot use a state or a code twice', async () => {
    const fan = await newFan()
    const first = await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@social.example')).body, 'url'), ports)
    expect((await finishProof(app, fan, first)).status).toBe(200)
    await dropProof(app, fan)
    expect((await finishProof(app, fan, first)).status).toBe(409)
    const second = await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@social.example')).body, 'url'), ports)
    const replayed = await finishProof(app, fan, { ...second, code: first.code ?? '' })
    expect(replayed).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:declined') } })
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })

  it('cannot come late', async () => {
    const fan = await newFan()
    const returned = await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@social.example')).body, 'url'), ports)
    await app.moveTo(new Date((await app.now()).getTime() + 16 * 60_000))
    expect((await finishProof(app, fan, returned)).status).toBe(409)
  })

  it('cannot pass on what one server said as the answer of another', async () => {
    const fan = await newFan()
    const [honest, other] = [
      await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@social.example')).body, 'url'), ports),
      await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@evil.example')).body, 'url'), ports),
    ]
    const mixed = [
      { ...honest, place: other.place },
      { ...honest, issuer: 'https://evil.example' },
    ]
    for (const returned of mixed) {
      const state = await signInAt(textAt((await beginProof(app, fan, 'fediverse', '@anna@social.example')).body, 'url'), ports)
      const answer = await finishProof(app, fan, { ...returned, state: state.state })
      expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:mixedUp') } })
    }
    const { issuer, ...silent } = honest
    expect(issuer).toBe('https://social.example')
    expect((await finishProof(app, fan, silent)).status).toBe(409)
  })

  it('with a server of her own is nobody elsewhere, whatever it says', async () => {
    const fan = await newFan()
    for (const acct of [
      'anna@social.example',
      '@anna@social.example',
      'anna@social.example@evil.example',
      '<b>anna</b>',
      'anna@127.0.0.1',
      '',
    ]) {
      evil.lie = { acct }
      const answer = await proveBySignIn(app, fan, 'fediverse', '@anna@evil.example', ports)
      expect([answer.status, acct]).toEqual([409, acct])
    }
    evil.lie = { acct: 'anna', created_at: 'yesterday', followers_count: 1e99, url: 'javascript:alert(1)' }
    const answer = await proveBySignIn(app, fan, 'fediverse', '@anna@evil.example', ports)
    expect(answer.body).toMatchObject({ proof: { handle: '@anna@evil.example', profileUrl: null, accountCreatedAt: null } })
    await dropProof(app, fan)
  })

  it('gets no answer out of a name that nobody has, or that is none', async () => {
    const fan = await newFan()
    const unknown = await beginProof(app, fan, 'fediverse', '@nobody@social.example')
    expect(unknown).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:accountUnknown') } })
    for (const handle of ['anna', '@anna@127.0.0.1', '@anna@localhost', '@anna@[::1]', 'javascript:alert(1)'])
      expect([(await beginProof(app, fan, 'fediverse', handle)).status, handle]).toEqual([422, handle])
    expect((await beginProof(app, fan, 'bluesky', 'anna.example')).status).toBe(409)
  })

  it('finds no secret in the database', async () => {
    const rows = await stored()
    expect(rows.map(({ origin }) => origin)).toContain('https://social.example')
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/client|secret|https/)
    const fan = await newFan()
    const begun = await beginProof(app, fan, 'fediverse', '@anna@social.example')
    const state = new URL(textAt(begun.body, 'url')).searchParams.get('state') ?? ''
    const attempts = await app.database.query<Record<string, Buffer>>('select * from handle_attempts')
    const bytes = attempts.map((attempt) => Buffer.concat([attempt.state_hash ?? Buffer.alloc(0), attempt.sealed ?? Buffer.alloc(0)]))
    for (const kept of bytes) expect(kept.includes(state)).toBe(false)
  })
})

it('a fan who presses no at her server is told so', async () => {
  const fan = await newFan()
  const begun = await beginProof(app, fan, 'fediverse', '@anna@social.example')
  social.signedInAs = null
  const answer = await finishProof(app, fan, await signInAt(textAt(begun.body, 'url'), ports))
  expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining('handles:declined') } })
})
