import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '#permissions'
import { inviteColleague } from '../factories/colleague.js'
import { bearer } from '../factories/application.js'
import {
  boundContributor,
  contribution,
  type Contributor,
  eventWithContributors,
  handIn,
  linkOf,
  reveal,
} from '../factories/contributors.js'
import { enterFans, publicDraw, roundTime, subjectsTo, withdraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, type HttpClient, listAt, textAt } from '../support/http-client.js'
import { type Relay, honestly, startRelay } from '../support/relay.js'

const problem = (code: string) => ({ type: `urn:tweetup:problem:${code}` })
const minute = 60_000
const day = 24 * 60 * minute

let relay: Relay
let app: TestApp
let owner: SignedUp

/** On port 0 the installation asks for rounds at its public address alone: at the relay, which can die. */
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

const drawOf = async (event: PublishedEvent) => (await publicDraw(app, owner, event)).body
const logOf = async (event: PublishedEvent) => listAt((await publicDraw(app, owner, event, '/log')).body, 'items')
const bundleOf = async (event: PublishedEvent) => JSON.parse((await publicDraw(app, owner, event, '/bundle.json')).text) as unknown
const contributorsPath = ({ id }: PublishedEvent, { slug } = owner) => `/api/organizations/${slug}/events/${id}/contributors`
const later = (date: Date, ms: number) => new Date(date.getTime() + ms)

/** Applications open, people apply, applications close. */
async function sealed(event: PublishedEvent, count = 3) {
  await app.moveTo(event.opensAt)
  const fans = await enterFans(app, owner, event, count)
  await app.moveTo(event.closesAt)
  return fans
}

describe('a commitment', () => {
  let event: PublishedEvent
  let anna: Contributor

  beforeAll(async () => {
    event = await eventWithContributors(app, owner, { mode: 'both', of: ['anna', 'bram'] })
    anna = await boundContributor(app, owner, event, 'anna')
  })

  it('is handed in behind a link that is kept as its hash, and stands in the team’s list', async () => {
    const { body } = await owner.client.get(contributorsPath(event))
    expect(body).toMatchObject({
      mode: 'both',
      items: [
        { id: 'anna', name: 'Anna Brink', state: 'committed', commit: anna.commit },
        { id: 'bram', state: 'missing', commit: null },
      ],
    })
    const rows = await app.database.query('select * from contributor_secrets')
    expect(JSON.stringify(rows)).not.toContain(anna.token)
    expect(JSON.stringify(rows)).not.toContain(anna.secret)
    expect((await contribution(app, anna.token)).body).toMatchObject({
      event: event.id,
      name: 'Anna Brink',
      commit: anna.commit,
      canCommit: true,
      canReveal: false,
      sealed: null,
    })
  })

  it('can be replaced until applications open, and is nobody else’s', async () => {
    const other = randomBytes(32).toString('hex')
    expect((await handIn(app, anna.token, other)).body).toMatchObject({ commit: other })
    expect((await handIn(app, anna.token, anna.commit)).body).toMatchObject({ commit: anna.commit })
    const bram = await linkOf(owner, event, 'bram')
    const copied = await handIn(app, bram, anna.commit)
    expect([copied.status, at(copied.body, 'errors.0.code')]).toEqual([422, 'draws:secret.taken'])
    for (const wrong of ['', 'ab', 'AB'.repeat(32), `${'ab'.repeat(31)}zz`, 12, null, ['ab'.repeat(32)]])
      expect((await handIn(app, bram, wrong)).status).toBe(400)
  })

  it('is refused with a link that was replaced, is made up or missing', async () => {
    const old = await linkOf(owner, event, 'bram')
    await linkOf(owner, event, 'bram')
    for (const token of [old, 'x'.repeat(43), `${anna.token}x`])
      expect(await handIn(app, token, 'ab'.repeat(32))).toMatchObject({ status: 404, body: problem('draws:secret.unknown') })
    expect((await app.client().get('/api/contribution')).status).toBe(404)
    expect((await app.client().get(`/secret/${old}`, { headers: { accept: 'text/html' } })).status).toBe(404)
    const page = await app.client().get(`/secret/${anna.token}`, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, expect.stringMatching(/no-referrer|same-origin|strict/)])
  })

  it('belongs to a contributor of the settings, asked for by the team of the event', async () => {
    const foreigner = await signUp(app.client())
    expect((await owner.client.post(`${contributorsPath(event)}/nobody/link`)).status).toBe(404)
    for (const path of [contributorsPath(event), contributorsPath(event, foreigner)]) {
      expect((await foreigner.client.get(path)).status).toBe(404)
      expect((await foreigner.client.post(`${path}/anna/link`)).status).toBe(404)
    }
    expect((await app.client().get(contributorsPath(event))).status).toBe(401)
  })

  it.each<[Role, number]>([
    ['organizer', 200],
    ['reviewer', 403],
    ['moderator', 403],
    ['door', 403],
  ])('a colleague with the role %s is answered %i', async (role, status) => {
    const client: HttpClient = await inviteColleague(app, owner, role)
    expect((await client.get(contributorsPath(event))).status).toBe(status)
    if (status === 403) expect((await client.post(`${contributorsPath(event)}/anna/link`)).status).toBe(status)
  })

  it('is too late once applications are open, and a secret too early until the list is sealed', async () => {
    await app.moveTo(event.opensAt)
    expect(await handIn(app, anna.token, 'ab'.repeat(32))).toMatchObject({ status: 409, body: problem('draws:secret.open') })
    expect(await reveal(app, anna)).toMatchObject({ status: 409, body: problem('draws:secret.tooEarly') })
  })
})

describe('a draw of beacon and secrets together', () => {
  it('waits for every secret, says whose is missing, and then needs the round too', async () => {
    const event = await eventWithContributors(app, owner, { mode: 'both', of: ['anna', 'bram', 'late'] })
    const [anna, bram] = [await boundContributor(app, owner, event, 'anna'), await boundContributor(app, owner, event, 'bram')]
    const late = await linkOf(owner, event, 'late')
    const [fan] = await sealed(event)
    await app.settled()
    expect(at(await bundleOf(event), 'bundle.manifest.seed')).toMatchObject({
      mode: 'both',
      contributors: [
        { id: 'anna', commit: anna.commit },
        { id: 'bram', commit: bram.commit },
      ],
      fallbackAfter: null,
    })
    if (fan) expect(app.sink?.mailsTo(fan.email).at(-1)?.parsed.text).toContain('It is mixed with secrets')

    expect(await reveal(app, { ...anna, secret: bram.secret })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'secret', code: 'draws:secret.wrong' }] },
    })
    expect(await reveal(app, { ...anna, secret: randomBytes(32).toString('hex') })).toMatchObject({ status: 422 })
    expect(await reveal(app, { token: late, secret: anna.secret })).toMatchObject({ status: 409, body: problem('draws:secret.notNeeded') })
    expect(await reveal(app, { token: 'y'.repeat(43), secret: anna.secret })).toMatchObject({ status: 404 })
    expect((await app.client().post('/api/contribution/reveal', { secret: 'x' }, bearer(anna.token))).status).toBe(400)

    await app.moveTo(await roundTime(app, owner, event))
    expect((await reveal(app, anna)).body).toMatchObject({ canReveal: false, drawn: false })
    expect((await reveal(app, anna)).status).toBe(200)
    await app.settled()
    expect(await drawOf(event)).toMatchObject({
      state: 'committed',
      mode: 'both',
      contributors: [
        { id: 'anna', name: 'Anna Brink', revealed: true },
        { id: 'bram', name: 'Bram Brink', revealed: false },
      ],
    })
    for (const part of ['', '/bundle.json', '/log']) expect((await publicDraw(app, owner, event, part)).text).not.toContain(anna.secret)
    expect((await owner.client.get(contributorsPath(event))).text).not.toContain(anna.secret)

    expect((await reveal(app, bram)).status).toBe(200)
    await app.settled()
    expect(await drawOf(event)).toMatchObject({
      state: 'drawn',
      mode: 'both',
      fallback: false,
      contributors: [{ revealed: true }, { revealed: true }],
    })
    expect(listAt(await bundleOf(event), 'bundle.log')[0]).toMatchObject({
      type: 'draw',
      mode: 'both',
      secrets: [anna.secret, bram.secret],
    })
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    expect(await reveal(app, bram)).toMatchObject({ status: 409, body: problem('draws:secret.drawn') })
  }, 60_000)

  it('takes a pasted round only when all secrets are there', async () => {
    const event = await eventWithContributors(app, owner, { mode: 'both', of: ['anna'] })
    const anna = await boundContributor(app, owner, event, 'anna')
    await sealed(event)
    relay.behaviour = () => Promise.reject(new Error('dead'))
    await app.moveTo(await roundTime(app, owner, event))
    const round = (await app.client().get(`/beacon/public/${String(at(await drawOf(event), 'round'))}`)).text
    const paste = () => owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/draw/round`, { round })
    expect(await paste()).toMatchObject({ status: 409, body: problem('draws:secretsMissing') })
    expect((await reveal(app, anna)).status).toBe(200)
    expect(await paste()).toMatchObject({ status: 200, body: { state: 'drawn', mode: 'both' } })
    relay.behaviour = honestly
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
  }, 60_000)
})

describe('a draw of secrets alone', () => {
  it('names no round, waits ten minutes and for every secret, and is checked by anyone', async () => {
    const event = await eventWithContributors(app, owner, { mode: 'commit-reveal', of: ['anna', 'bram'] })
    const [anna, bram] = [await boundContributor(app, owner, event, 'anna'), await boundContributor(app, owner, event, 'bram')]
    const [fan] = await sealed(event)
    expect(await drawOf(event)).toMatchObject({ state: 'committed', mode: 'commit-reveal', round: null, beacon: null })
    for (const contributor of [anna, bram]) expect((await reveal(app, contributor)).status).toBe(200)
    await app.settled()
    expect(at(await drawOf(event), 'state')).toBe('committed')
    expect(
      await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/draw/round`, { round: 'ab'.repeat(48) }),
    ).toMatchObject({
      status: 409,
      body: problem('draws:noBeacon'),
    })
    const earliest = await roundTime(app, owner, event)
    expect(earliest.getTime()).toBeGreaterThanOrEqual(new Date(textAt(await drawOf(event), 'committedAt')).getTime() + 10 * minute)
    await app.moveTo(earliest)
    expect(await drawOf(event)).toMatchObject({ state: 'drawn', mode: 'commit-reveal', signature: null, randomness: null, fallback: false })
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    if (fan) {
      expect(
        app.sink
          ?.mailsTo(fan.email)
          .map(({ parsed }) => parsed.text ?? '')
          .join(),
      ).toContain('once everybody has revealed a secret')
      expect(subjectsTo(app, fan).at(-1)).toMatch(/seat/)
    }
  }, 60_000)

  it('with nobody bound in time is drawn by the public beacon', async () => {
    const event = await eventWithContributors(app, owner, { mode: 'commit-reveal', of: ['anna'] })
    await sealed(event)
    expect(await drawOf(event)).toMatchObject({ mode: 'beacon', contributors: [] })
    await app.moveTo(await roundTime(app, owner, event))
    expect(at(await drawOf(event), 'state')).toBe('drawn')
  }, 60_000)
})

describe('a fallback', () => {
  it('is not needed while the beacon lives: secrets are refused before its time', async () => {
    const event = await eventWithContributors(app, owner, { fallbackDays: 2, of: ['anna'] })
    const anna = await boundContributor(app, owner, event, 'anna')
    await sealed(event)
    expect(await reveal(app, anna)).toMatchObject({ status: 409, body: problem('draws:secret.notYetFallback') })
    await app.moveTo(await roundTime(app, owner, event))
    expect(await drawOf(event)).toMatchObject({ state: 'drawn', mode: 'beacon', fallback: false })
  }, 60_000)

  it('of secrets is made only days after a round that cannot be had, and says so', async () => {
    const event = await eventWithContributors(app, owner, { fallbackDays: 2, of: ['anna'] })
    const anna = await boundContributor(app, owner, event, 'anna')
    await sealed(event)
    relay.behaviour = () => Promise.reject(new Error('dead'))
    const at0 = await roundTime(app, owner, event)
    await app.moveTo(later(at0, 2 * day - minute))
    expect(await reveal(app, anna)).toMatchObject({ status: 409, body: problem('draws:secret.notYetFallback') })
    expect(await drawOf(event)).toMatchObject({ state: 'committed', fallbackAfter: later(at0, 2 * day).toISOString() })
    await app.moveTo(later(at0, 2 * day))
    expect(at(await drawOf(event), 'state')).toBe('committed')
    expect((await reveal(app, anna)).status).toBe(200)
    await app.settled()
    expect(await drawOf(event)).toMatchObject({ state: 'drawn', mode: 'commit-reveal', fallback: true, signature: null })
    relay.behaviour = honestly
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
  }, 60_000)

  it('gives way to the round when it can be had after all', async () => {
    const event = await eventWithContributors(app, owner, { fallbackDays: 1, of: ['anna'] })
    await boundContributor(app, owner, event, 'anna')
    await sealed(event)
    relay.behaviour = () => Promise.reject(new Error('dead'))
    const at0 = await roundTime(app, owner, event)
    await app.moveTo(later(at0, day))
    expect(at(await drawOf(event), 'state')).toBe('committed')
    relay.behaviour = honestly
    await app.settled()
    expect(await drawOf(event)).toMatchObject({ state: 'drawn', mode: 'beacon', fallback: false })
    expect((await logOf(event)).length).toBe(1)
  }, 60_000)
})

describe('a contributor who never reveals', () => {
  it('stops the draw; after a day the same list is sealed again in public, for the beacon alone', async () => {
    const event = await eventWithContributors(app, owner, { mode: 'commit-reveal', of: ['anna', 'bram'] })
    const [anna] = [await boundContributor(app, owner, event, 'anna'), await boundContributor(app, owner, event, 'bram')]
    const fans = await sealed(event, 4)
    const again = (client: HttpClient = owner.client) => client.post(`${contributorsPath(event)}/absence`)
    const earliest = await roundTime(app, owner, event)
    await app.moveTo(earliest)
    expect((await reveal(app, anna)).status).toBe(200)
    const [leaving] = fans
    if (leaving) await withdraw(app, leaving)
    expect(await again()).toMatchObject({ status: 409, body: problem('draws:again.tooEarly') })
    const before = await drawOf(event)
    await app.moveTo(later(earliest, day))
    expect((await owner.client.get(contributorsPath(event))).body).toMatchObject({ canStartAgain: true })
    expect((await again(await inviteColleague(app, owner, 'reviewer'))).status).toBe(403)
    expect((await again(app.client())).status).toBe(401)

    const answers = await Promise.all([again(), again()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    await app.settled()
    const after = await drawOf(event)
    expect(after).toMatchObject({
      state: 'committed',
      number: 2,
      mode: 'beacon',
      contributors: [],
      earlier: [
        {
          number: 1,
          commitment: at(before, 'commitment'),
          contributors: [
            { id: 'anna', revealed: true },
            { id: 'bram', revealed: false },
          ],
        },
      ],
      counts: { entries: 4, out: 1 },
    })
    const manifest = at(await bundleOf(event), 'bundle.manifest')
    expect(manifest).toMatchObject({ draw: 2, prev: at(before, 'commitment'), seed: { mode: 'beacon', contributors: [] } })
    expect((await publicDraw(app, owner, event, '/rules.txt')).text).toContain('no secret was revealed by bram')
    const first = JSON.parse((await publicDraw(app, owner, event, '/bundle.json?number=1')).text) as unknown
    expect(at(first, 'bundle.manifest')).toMatchObject({ draw: 1, prev: null, seed: { mode: 'commit-reveal' } })
    expect(listAt(first, 'bundle.entries')).toEqual(listAt(await bundleOf(event), 'bundle.entries'))
    expect((await publicDraw(app, owner, event, '/rules.txt?number=1')).text).not.toContain('no secret was revealed')
    for (const [number, status] of [
      ['3', 404],
      ['0', 400],
      ['x', 400],
      ['1.5', 400],
    ] as const)
      expect((await publicDraw(app, owner, event, `/bundle.zip?number=${number}`)).status).toBe(status)
    if (fans[1]) expect(app.sink?.mailsTo(fans[1].email).at(-1)?.parsed.text).toContain(textAt(after, 'commitment'))
    expect(await again()).toMatchObject({ status: 409, body: problem('draws:again.nobodyMissing') })

    await app.moveTo(await roundTime(app, owner, event))
    expect(await drawOf(event)).toMatchObject({ state: 'drawn', number: 2 })
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    expect(await reveal(app, anna)).toMatchObject({ status: 409, body: problem('draws:secret.notNeeded') })
  }, 60_000)
})
