import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, personalPage, publicDraw } from '../factories/fans.js'
import { beginProof, checkProof, dropProof, ownProof } from '../factories/proofs.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, numberAt, textAt } from '../support/http-client.js'
import { type LocalServer, serve } from '../support/peers/serve.js'

/** Against a web server of the test, where each fan has a page. */

let app: TestApp
let owner: SignedUp
let web: LocalServer
/** What stands on each page of fans.example. */
const pages = new Map<string, string>()

beforeAll(async () => {
  web = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(pages.get(request.url ?? '') ?? '')
  })
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PEERS: `fans.example=127.0.0.1:${web.port}` } })
  owner = await signUp(app.client())
}, 60_000)
afterAll(() => Promise.all([app?.close(), web?.close()]))

const handleProof = (mode: string) => ({ handleProof: { mode, networks: ['web', 'bluesky'], followers: false } })

async function prove(fan: Fan, page: string): Promise<void> {
  const { body } = await beginProof(app, fan, 'web', `fans.example${page}`)
  pages.set(page, `<a rel="me" href="${textAt(body, 'text')}">me</a>`)
  const answer = await checkProof(app, fan, 'web', `fans.example${page}`)
  if (answer.status !== 200) throw new Error(`Proving failed: ${answer.text}`)
}

const stepOf = async (fan: Fan) => at((await personalPage(app, fan)).body, 'step')

describe('where a proven account is required', () => {
  let event: PublishedEvent
  let fans: Fan[]
  const fan = (index: number): Fan => fans[index] ?? fans[0]!

  beforeAll(async () => {
    event = await openEvent(app, owner, 2, handleProof('required'))
    fans = await enterFans(app, owner, event, 3)
    await prove(fan(0), '/anna')
    await prove(fan(1), '/bea')
    await dropProof(app, fan(1))
  }, 60_000)

  it('the public rules and the event page say so before anybody applies', async () => {
    const { body } = await app.client().get(`/api/public/${owner.slug}/${event.slug}`)
    expect(body).toMatchObject({ handleProof: { mode: 'required', networks: ['bluesky', 'web'] } })
    expect(JSON.stringify(at(body, 'rules'))).toContain(
      'show before the close that an account is theirs take part: on Bluesky or a web page of your own',
    )
    expect(JSON.stringify(at(body, 'rules'))).toContain('op Bluesky of een eigen webpagina')
  })

  it('each sees on her page what is missing', async () => {
    const keys = async (one: Fan) => listAt((await personalPage(app, one)).body, 'next').map((next) => at(next, 'key'))
    expect(await keys(fan(0))).not.toContain('prove')
    expect(await keys(fan(1))).toContain('prove')
    expect(await stepOf(fan(1))).toBe('confirmed')
  })

  it('nobody changes the rule once applications have opened', async () => {
    await owner.client.post('/api/session', { email: owner.email, password })
    const path = `/api/organizations/${owner.slug}/events/${event.id}`
    const { body } = await owner.client.get(path)
    const answer = await owner.client.patch(path, handleProof('off'), { headers: { 'if-match': `"${numberAt(body, 'version')}"` } })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'handleProof' }] } })
  })

  it('the team cannot give a seat to whoever has none', async () => {
    const [{ id } = { id: '' }] = await app.database.query<{ id: string }>('select id from applications where ticket_id = $1', [
      fan(1).ticketId,
    ])
    const answer = await owner.client.put(`/api/organizations/${owner.slug}/events/${event.id}/applications/${id}/pick`, {
      reason: 'press',
    })
    expect(at(answer.body, 'type')).toContain('picks:unproven')
  })

  it('whoever has none at the close is kept, takes no part, and is told why', async () => {
    await app.moveTo(event.closesAt)
    await app.settled()
    expect(await Promise.all(fans.map(stepOf))).toEqual(['entered', 'unproven', 'unproven'])
    const bundle: unknown = JSON.parse((await publicDraw(app, owner, event, '/bundle.json')).text)
    expect(listAt(bundle, 'bundle.entries')).toEqual([`${fan(0).ticketId} 1 1 -`])
    expect(listAt(bundle, 'bundle.excluded')).toEqual([`${fan(1).ticketId} unproven`, `${fan(2).ticketId} unproven`].sort())
    await verifyDraw(app, owner, event)
    const mail = await app.sink?.mailTo(fan(1).email, ({ parsed }) => /not in the draw/.test(parsed.subject ?? ''))
    expect(mail?.parsed.text).toContain('had to show before the close that an account of theirs is really theirs')
    await owner.client.post('/api/session', { email: owner.email, password })
    const list = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/applications?step=unproven`)
    expect(listAt(list.body, 'items')).toHaveLength(2)
  })

  it('it is too late then', async () => {
    const late = await beginProof(app, fan(1), 'web', 'fans.example/bea')
    expect(late).toMatchObject({ status: 410, body: { type: expect.stringContaining('handles:closed') } })
    expect((await checkProof(app, fan(1), 'web', 'fans.example/bea')).status).toBe(410)
    expect((await dropProof(app, fan(0))).status).toBe(410)
    expect((await ownProof(app, fan(0))).body).toMatchObject({ open: false, proof: { handle: 'fans.example/anna' } })
  })
})

describe('where it is a mark', () => {
  it('whoever has none takes part all the same', async () => {
    await owner.client.post('/api/session', { email: owner.email, password })
    const event = await openEvent(app, owner, 2, handleProof('mark'))
    const [fan] = await enterFans(app, owner, event, 1)
    expect((await app.client().get(`/api/public/${owner.slug}/${event.slug}`)).text).not.toContain('that an account is theirs take part')
    await app.moveTo(event.closesAt)
    await app.settled()
    expect(fan && (await stepOf(fan))).toBe('entered')
  })
})

it('an event that asks on no network is refused, and so is a word that is none', async () => {
  await owner.client.post('/api/session', { email: owner.email, password })
  const { body } = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Draft' })
  const patch = (proof: unknown) =>
    owner.client.patch(
      `/api/organizations/${owner.slug}/events/${textAt(body, 'id')}`,
      { handleProof: proof },
      { headers: { 'if-match': '"1"' } },
    )
  expect(await patch({ mode: 'required', networks: [], followers: false })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'handleProof.networks' }] },
  })
  for (const wrong of [
    { mode: 'must' },
    { mode: 'mark', networks: ['x'], followers: false },
    [],
    'required',
    { mode: 'mark', networks: 'web' },
    null,
  ])
    expect([(await patch(wrong)).status, JSON.stringify(wrong)]).toEqual([400, JSON.stringify(wrong)])
})

it('a handle of the brand is one of its network', async () => {
  await owner.client.post('/api/session', { email: owner.email, password })
  const change = (changes: object) => owner.client.patch(`/api/organizations/${owner.slug}`, changes)
  expect((await change({ fediverseHandle: '@duinlicht@museum.example', blueskyHandle: 'duinlicht.bsky.social' })).body).toMatchObject({
    fediverseHandle: '@duinlicht@museum.example',
    blueskyHandle: 'duinlicht.bsky.social',
  })
  expect(await change({ fediverseHandle: 'duinlicht.bsky.social' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'fediverseHandle' }] },
  })
  expect(await change({ blueskyHandle: '@a@b.example' })).toMatchObject({ status: 422, body: { errors: [{ path: 'blueskyHandle' }] } })
  expect((await change({ fediverseHandle: '', blueskyHandle: null })).body).toMatchObject({ fediverseHandle: null, blueskyHandle: null })
})
