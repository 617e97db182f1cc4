import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan } from '../factories/fans.js'
import { beginProof, checkProof, dropProof, finishProof, ownProof, type Returned, returnedBy } from '../factories/proofs.js'
import { signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { findFreePort } from '../support/free-port.js'
import { type Answer, at, textAt } from '../support/http-client.js'
import { type AppViewPeer, startAppViewPeer } from '../support/peers/appview-peer.js'
import { type Pds, type PdsAccount, startPds } from '../support/peers/pds.js'
import { type AskedToSignIn, PdsVisitor } from '../support/peers/pds-pages.js'
import { type LocalServer, serve } from '../support/peers/serve.js'

/**
 * Against a real personal data server and the real directory of DIDs, started from their packages: handles, accounts, the description that
 * the server fetches from Tweetup, pushed requests, PKCE, proof of possession and revocation are theirs, and signing in goes through the
 * calls that the server's own pages make. Age, followers and the text of a profile come from a stand-in for the public AppView, which no
 * package brings. What the DNS answers is in did.spec.ts.
 */

/** Servers of the protocol fetch nothing from example.org, and none of a name that nobody else could reach; this one is reserved. */
const home = 'tweetup.home.arpa'
const ownDomain = 'anna-stars.example.org'

let pds: Pds
let appView: AppViewPeer
/** Her own web site. */
let web: LocalServer
let appPort: number
let anna: PdsAccount
let mallory: PdsAccount
let peers: string
let site: RequestListener = (_, response) => response.writeHead(404).end()

beforeAll(async () => {
  web = await serve((request, response) => site(request, response))
  appPort = await findFreePort()
  appView = await startAppViewPeer()
  pds = await startPds('pds.example.org', { [home]: appPort, [ownDomain]: web.port })
  anna = await pds.newAccount('anna')
  mallory = await pds.newAccount('mallory')
  const known = { createdAt: '2023-05-01T12:00:00.000Z', followers: 87, follows: ['duinlicht.example.org'] }
  for (const { did, handle } of [anna, mallory]) appView.accounts.push({ did, handle, description: 'Stars.', ...known })
  const ports = {
    [pds.host]: pds.port,
    [anna.handle]: pds.port,
    [mallory.handle]: pds.port,
    [ownDomain]: web.port,
    'plc.directory': pds.plcPort,
    'public.api.bsky.app': appView.port,
  }
  peers = Object.entries(ports)
    .map(([name, port]) => `${name}=127.0.0.1:${port}`)
    .join(',')
}, 60_000)
afterAll(() => Promise.all([pds?.close(), appView?.close(), web?.close()]))

async function start(settings: Readonly<Record<string, string>>): Promise<{ readonly app: TestApp; readonly fans: Fan[] }> {
  const app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PEERS: peers, ...settings } })
  const owner = await signUp(app.client())
  await owner.client.patch(`/api/organizations/${owner.slug}`, { blueskyHandle: 'duinlicht.example.org' })
  const event = await openEvent(app, owner, 5, { handleProof: { mode: 'mark', networks: ['bluesky'], followers: true } })
  return { app, fans: await enterFans(app, owner, event, 2) }
}

const problem = (code: string) => ({ status: 409, body: { type: expect.stringContaining(`handles:${code}`) } })

describe('an account on Bluesky, by signing in', () => {
  let app: TestApp
  let fan: Fan
  let other: Fan

  beforeAll(async () => {
    const started = await start({ PORT: String(appPort), PUBLIC_URL: `https://${home}` })
    app = started.app
    ;[fan, other] = started.fans as [Fan, Fan]
  }, 60_000)
  afterAll(() => app?.close())

  /** Begins, and goes to where she is to sign in. */
  async function arrive(handle: string): Promise<{ readonly visitor: PdsVisitor; readonly asked: AskedToSignIn }> {
    const begun = await beginProof(app, fan, 'bluesky', handle)
    const visitor = new PdsVisitor(pds)
    return { visitor, asked: await visitor.open(textAt(begun.body, 'url')) }
  }
  async function signIn(handle: string, account: PdsAccount): Promise<Returned> {
    return returnedBy(new URL(await (await arrive(handle)).visitor.agree(account)))
  }
  const prove = async (handle: string, account: PdsAccount): Promise<Answer> => finishProof(app, fan, await signIn(handle, account))
  const connectedApps = (account: PdsAccount) => new PdsVisitor(pds).connectedApps(account)

  it('is proven by its own server, and asks for nothing but who she is', async () => {
    const { visitor, asked } = await arrive(anna.handle)
    expect(asked).toMatchObject({
      clientId: `https://${home}/proof/bluesky/client-metadata.json`,
      scope: 'atproto',
      loginHint: anna.handle,
    })
    const answer = await finishProof(app, fan, returnedBy(new URL(await visitor.agree(anna))))
    expect(answer.body).toMatchObject({
      proof: {
        network: 'bluesky',
        handle: 'anna.pds.example.org',
        profileUrl: 'https://bsky.app/profile/anna.pds.example.org',
        accountCreatedAt: '2023-05-01T12:00:00.000Z',
        followsBrand: true,
        followers: 87,
      },
    })
    expect(await connectedApps(anna)).toEqual([])
    await dropProof(app, fan)
  })

  it('is described by a document that the server has fetched and understood', async () => {
    const { body } = await app.client().get('/proof/bluesky/client-metadata.json')
    expect(body).toMatchObject({ client_name: 'Tweetup', redirect_uris: [`https://${home}/proof/bluesky`], dpop_bound_access_tokens: true })
    expect((await arrive(anna.handle)).asked.clientMetadata).toMatchObject(body as object)
  })

  it('carries one application', async () => {
    await prove(anna.handle, anna)
    const begun = await beginProof(app, other, 'bluesky', anna.handle)
    const visitor = new PdsVisitor(pds)
    await visitor.open(textAt(begun.body, 'url'))
    expect(await finishProof(app, other, returnedBy(new URL(await visitor.agree(anna))))).toMatchObject(problem('taken'))
    await dropProof(app, fan)
  })

  it('is not proven by whoever refuses', async () => {
    const back = new URL(await (await arrive(anna.handle)).visitor.refuse())
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(await finishProof(app, fan, returnedBy(back))).toMatchObject(problem('declined'))
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })

  it('is the one that is signed in, whichever was typed', async () => {
    expect(at((await prove(anna.handle, mallory)).body, 'proof.handle')).toBe('mallory.pds.example.org')
    await dropProof(app, fan)
  })

  it('may be called by a domain of her own, once that says so itself', async () => {
    expect(await beginProof(app, fan, 'bluesky', ownDomain)).toMatchObject(problem('accountUnknown'))
    site = (request, response) => {
      const found = request.url === '/.well-known/atproto-did'
      response.writeHead(found ? 200 : 404, { 'content-type': 'text/plain' }).end(found ? `${anna.did}\n` : '')
    }
    // The domain alone does not make it hers: the account has to take the name.
    expect(await beginProof(app, fan, 'bluesky', ownDomain)).toMatchObject(problem('accountUnknown'))
    expect((await pds.rename(anna, ownDomain)).status).toBe(200)
    expect(at((await prove(ownDomain, { ...anna, handle: ownDomain })).body, 'proof.handle')).toBe(ownDomain)
    await dropProof(app, fan)
    expect((await pds.rename(anna, anna.handle)).status).toBe(200)
  })

  it('whose document claims the name of another is nobody, and keeps no token', async () => {
    const begun = await signIn(mallory.handle, mallory)
    await pds.claim(mallory, anna.handle)
    expect(await finishProof(app, fan, begun)).toMatchObject(problem('notTheirs'))
    // And a name that leads to an account which does not answer to it is none.
    expect(await beginProof(app, fan, 'bluesky', mallory.handle)).toMatchObject(problem('accountUnknown'))
    await pds.claim(mallory, mallory.handle)
    expect(await connectedApps(mallory)).toEqual([])
  })

  it('cannot be finished twice, for another application or with the code of an earlier time', async () => {
    const returned = await signIn(anna.handle, anna)
    expect((await finishProof(app, other, returned)).status).toBe(409)
    expect((await finishProof(app, fan, returned)).status).toBe(200)
    expect((await finishProof(app, fan, returned)).status).toBe(409)
    await dropProof(app, fan)
    const refused = returnedBy(new URL(await (await arrive(anna.handle)).visitor.refuse()))
    expect(await finishProof(app, fan, { ...refused, code: returned.code ?? '' })).toMatchObject(problem('declined'))
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })

  it.each([{ issuer: 'https://evil.example.org' }, { place: '0123456789abcdef' }])('cannot be finished as from %j', async (change) => {
    const returned = await signIn(anna.handle, anna)
    expect(await finishProof(app, fan, { ...returned, ...change })).toMatchObject(problem('mixedUp'))
    expect((await ownProof(app, fan)).body).toMatchObject({ proof: null })
  })
})

describe('an account on Bluesky, where no server could reach Tweetup', () => {
  it('is proven by a code in its profile', async () => {
    const { app, fans } = await start({})
    const [fan] = fans as [Fan]
    try {
      const begun = await beginProof(app, fan, 'bluesky', anna.handle)
      expect(begun.body).toMatchObject({ kind: 'code', url: null, profileUrl: `https://bsky.app/profile/${anna.handle}` })
      expect(await checkProof(app, fan, 'bluesky', anna.handle)).toMatchObject(problem('codeMissing'))
      const [seen] = appView.accounts
      if (seen) seen.description = `Stars. ${textAt(begun.body, 'text')}`
      expect((await checkProof(app, fan, 'bluesky', anna.handle)).body).toMatchObject({
        proof: { handle: anna.handle, followsBrand: true },
      })
    } finally {
      await app.close()
    }
  }, 60_000)
})
