import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEvent } from '../factories/drawn-event.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { type Answer, at, numberAt, textAt } from '../support/http-client.js'
import { waitFor } from '../support/wait-for.js'

let app: TestApp
/** Another process's worth of Tweetup on the same database. */
let other: TestApp
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-01T10:00:00Z' })
  other = await startTestApp({ database: app.database })
  owner = await signUp(app.client(), { organizationName: 'Planetarium Noord' })
  event = await openEvent(app, owner, 10)
}, 60_000)
afterAll(async () => {
  await other?.close()
  await app?.close()
})

const addresses = () => {
  const path = `${owner.slug}/${event.slug}`
  return [`/${path}`, `/${path}/apply`, `/${owner.slug}`, `/api/public/${path}`, `/api/public/${owner.slug}`]
}
const get = (path: string, headers: Record<string, string> = {}, from = app): Promise<Answer> => from.client().get(path, { headers })
const titleOf = async (from: TestApp) => at((await get(`/api/public/${owner.slug}/${event.slug}`, {}, from)).body, 'title')
const sentAt = ({ headers }: Answer) => Number(/now;dur=(\d+)/.exec(headers.get('server-timing') ?? '')?.[1])

async function change(changes: Record<string, unknown>): Promise<void> {
  const path = `/api/organizations/${owner.slug}/events/${event.id}`
  const version = numberAt((await owner.client.get(path)).body, 'version')
  const { status, text } = await owner.client.patch(path, changes, { headers: { 'if-match': `"${version}"` } })
  if (status !== 200) throw new Error(`The event did not change: ${status} ${text}`)
}

/** How long after the change, by the time that each answer was sent at, the last one went out that did not know of it. */
async function staleFor(from: TestApp, knows: (answer: Answer) => boolean): Promise<number> {
  const changedAt = (await app.now()).getTime()
  let latest = 0
  await waitFor(
    async () => {
      const answer = await get(`/api/public/${owner.slug}/${event.slug}`, {}, from)
      if (!knows(answer)) latest = sentAt(answer) - changedAt
      return knows(answer)
    },
    { within: 5000, every: 5 },
  )
  return latest
}

const named = (title: string) => (answer: Answer) => at(answer.body, 'title') === title

describe('a public page and its data', () => {
  it('say how long they may be kept, and in what they differ', async () => {
    for (const address of addresses()) {
      const { status, headers } = await get(address)
      expect([address, status]).toEqual([address, 200])
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, stale-while-revalidate=1')
      expect(headers.get('etag')).toMatch(/^W\/"[\w-]{22}"$/)
      expect(headers.get('vary')).toBe(address.startsWith('/api/') ? 'accept-encoding' : 'accept-encoding, accept-language, cookie')
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  it('need not be sent again to whoever has them', async () => {
    for (const address of addresses()) {
      const tag = (await get(address)).headers.get('etag') ?? ''
      for (const held of [tag, `"other", ${tag}`, tag.replace('W/', '')]) {
        const again = await get(address, { 'if-none-match': held })
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
        expect(Math.abs(sentAt(again) - (await app.now()).getTime())).toBeLessThan(1000)
      }
      expect((await get(address, { 'if-none-match': 'W/"something-else"' })).status).toBe(200)
    }
  })

  it('come in the coding that the reader takes, and say the same in each', async () => {
    for (const address of addresses()) {
      const answers = await Promise.all(['br', 'gzip', 'identity'].map((coding) => get(address, { 'accept-encoding': coding })))
      expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
      expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
      const timeless = answers.map(({ text }) => text.replace(/"now":"[^"]*"/, ''))
      expect(new Set(timeless).size).toBe(1)
    }
  })

  it('are the same for a member of the team as for everybody, and name none', async () => {
    for (const address of addresses()) {
      const [hers, anybodys] = [await owner.client.get(address), await get(address)]
      expect(hers.headers.get('etag')).toBe(anybodys.headers.get('etag'))
      expect(hers.headers.getSetCookie()).toEqual([])
      expect(hers.text).not.toContain(owner.email)
    }
  })

  it('answer a HEAD with the same headers and no body', async () => {
    for (const address of addresses()) {
      const [whole, head] = [await get(address), await app.client().send('HEAD', address)]
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', whole.headers.get('etag')])
    }
  })

  it('are not made anew for parameters that mean nothing', async () => {
    const [, page = ''] = addresses()
    const bodies = await Promise.all(Array.from({ length: 50 }, (_, index) => get(`${page}?fbclid=${index}`)))
    const made = new Set(bodies.map(({ text }) => /"now":"([^"]*)"/.exec(text)?.[1]))
    expect(made.size).toBeLessThan(25)
  })

  it('come in the language of the reader, whoever asked before her', async () => {
    const [page = ''] = addresses()
    const languageOf = async (headers: Record<string, string>, search = '') =>
      /<html lang="(\w+)"/.exec((await get(page + search, headers)).text)?.[1]
    for (let round = 0; round < 2; round += 1) {
      expect(await languageOf({ 'accept-language': 'nl-BE,nl;q=0.9,en;q=0.5' })).toBe('nl')
      expect(await languageOf({ 'accept-language': 'en-GB' })).toBe('en')
      expect(await languageOf({ 'accept-language': 'en-GB', cookie: 'tweetup_lang=nl' })).toBe('nl')
      expect(await languageOf({ 'accept-language': 'nl' }, '?lang=en')).toBe('en')
      expect(await languageOf({ 'accept-language': 'nl' }, '?ref=x&%6Cang=en')).toBe('en')
      expect(await languageOf({ 'accept-language': 'nl', cookie: 'other=1; tweetup_lang=%65n' }, '?language=fr')).toBe('en')
    }
    const tags = await Promise.all(['nl', 'en'].map(async (lang) => (await get(page, { 'accept-language': lang })).headers.get('etag')))
    expect(tags[0]).not.toBe(tags[1])
  })
})

describe('what nobody may see', () => {
  it('is not found, and that is not kept', async () => {
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Someday' })
    for (const slug of [textAt(draft.body, 'slug'), 'nothing'])
      for (const address of [`/${owner.slug}/${slug}`, `/api/public/${owner.slug}/${slug}`]) {
        const { status, headers } = await get(address)
        expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([404, 'no-store', null])
      }
  })

  it('of one organization never stands on the page of another, though their events have one name', async () => {
    const stranger = await signUp(app.client(), { organizationName: 'Sterrenwacht' })
    const hers = await publishEvent(stranger, { now: await app.now(), title: 'Night of the Comet' })
    expect(hers.slug).toBe(event.slug)
    const pages = await Promise.all([owner, stranger, owner, stranger].map(({ slug }) => get(`/${slug}/${event.slug}`)))
    expect(pages.map(({ text }) => text.includes('Sterrenwacht'))).toEqual([false, true, false, true])
    expect(pages.map(({ text }) => text.includes('Planetarium Noord'))).toEqual([true, false, true, false])
    expect((await get(`/${stranger.slug}`)).text).not.toContain('Planetarium Noord')
  })
})

describe('a change', () => {
  it('is seen at once by whoever asks after the answer to it', async () => {
    for (let round = 0; round < 10; round += 1) {
      await titleOf(app)
      await change({ title: `Night ${round}` })
      expect(await titleOf(app)).toBe(`Night ${round}`)
    }
  })

  it('is seen on another process within a second', async () => {
    for (const title of ['Morning', 'Noon', 'Evening']) {
      await Promise.all([titleOf(app), titleOf(other)])
      await change({ title })
      expect(await staleFor(other, named(title))).toBeLessThan(1000)
    }
  })

  it('is seen within a second though nothing tells of it', async () => {
    for (const title of ['Dawn', 'Dusk']) {
      await Promise.all([titleOf(app), titleOf(other)])
      await app.database.query('update events set title = $1 where id = $2', [title, event.id])
      const times = await Promise.all([app, other].map((from) => staleFor(from, named(title))))
      expect(Math.max(...times)).toBeLessThan(1000)
    }
  })

  it('gives the page a tag of its own', async () => {
    const [page = ''] = addresses()
    const before = (await get(page)).headers.get('etag') ?? ''
    await change({ title: 'Night of the Comet' })
    const after = await get(page, { 'if-none-match': before })
    expect([after.status, after.headers.get('etag') === before]).toEqual([200, false])
  })
})

describe('the clock', () => {
  it('turns a page at the moment, while it is being read', async () => {
    const opensAt = new Date((await app.now()).getTime() + 2000)
    const soon = await publishEvent(owner, { now: await app.now(), title: 'Soon' })
    await app.database.query('update events set opens_at = $1 where id = $2', [opensAt, soon.id])
    await waitFor(async () => textAt((await get(`/api/public/${owner.slug}/${soon.slug}`)).body, 'opensAt') === opensAt.toISOString())
    const wrong: string[] = []
    let phase = ''
    while (phase !== 'open') {
      const before = await app.now()
      const answer = await get(`/api/public/${owner.slug}/${soon.slug}`)
      phase = textAt(answer.body, 'phase')
      const after = await app.now()
      if (phase === 'announced' && before > opensAt) wrong.push(`still announced at ${before.toISOString()}`)
      if (phase === 'open' && after < opensAt) wrong.push(`open already at ${after.toISOString()}`)
    }
    expect(wrong).toEqual([])
  })

  it('is believed on every process when a trial moves it', async () => {
    await Promise.all([titleOf(app), titleOf(other)])
    await app.moveTo(event.closesAt)
    const closed = (answer: Answer) => at(answer.body, 'phase') === 'closed'
    expect(closed(await get(`/api/public/${owner.slug}/${event.slug}`))).toBe(true)
    expect(await staleFor(other, closed)).toBeLessThan(1000)
  })
})
