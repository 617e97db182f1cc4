import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, roundTime } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { type Look, phone, visit } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let personalPage: string

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-04-19T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const address = (page = '') => `/${owner.slug}/${event.slug}${page}`

/** Goes there and waits for these words; fails when anything went wrong on the way. */
async function expectWords(path: string, look: Look, ...words: readonly (string | RegExp)[]): Promise<void> {
  const visitor = await visit(browser, app.url, look)
  await visitor.page.goto(path)
  for (const text of words) await visitor.page.getByText(text).filter({ visible: true }).first().waitFor()
  expect(visitor.troubles).toEqual([])
  await visitor.leave()
}

describe('the public page of an event says where it stands, in the time of its place', () => {
  it('announced', async () => {
    event = await publishEvent(owner, { now: await app.now() })
    await expectWords(address(), phone('en'), 'Applications open on Monday 19 April', '12:00', '10 seats, free of charge')
    await expectWords(address('/apply'), phone('nl'), 'Nog niet open')
  })

  it('open', async () => {
    await app.moveTo(event.opensAt)
    const [fan] = await enterFans(app, owner, event, 1)
    personalPage = `/me/${fan?.personalToken}`
    await expectWords(address(), phone('en'), 'Applications open until Monday 26 April', 'Apply for a seat')
    await expectWords(address(), phone('nl', 'dark'), 'Meld je aan', 'tijd in Amsterdam')
  })

  it('closed, with the draw to come', async () => {
    await app.moveTo(event.closesAt)
    await expectWords(address(), phone('en'), 'Applications are closed, the draw comes next', 'The draw is in')
    await expectWords(address('/apply'), phone('en'), 'Applications are closed')
    await expectWords(address('/draw'), phone('nl'), 'Proefbaken, niet openbaar')
  })

  it('drawn', async () => {
    await app.moveTo(await roundTime(app, owner, event))
    await expectWords(address(), phone('en'), 'Applications are closed, the seats have been drawn', 'See the draw')
    await expectWords(address('/draw'), phone('nl'), '1 lot, één volgorde, geen lievelingen')
  })

  it('live', async () => {
    await app.moveTo(new Date(event.startsAt.getTime() + 60_000))
    await expectWords(address(), phone('en'), 'Happening now')
  })

  it('over', async () => {
    await app.moveTo(new Date(event.endsAt.getTime() + 60_000))
    await expectWords(address(), phone('en'), /This was on Saturday 29 May/)
  })

  it('cancelled, with the reason', async () => {
    // Her session ended on the way through these weeks.
    await owner.client.post('/api/session', { email: owner.email, password })
    const called = await openEvent(app, owner, 5)
    const [fan] = await enterFans(app, owner, called, 1)
    await owner.client.post(`/api/organizations/${owner.slug}/events/${called.id}/cancellation`, {
      reason: 'A storm is coming.',
      confirmTitle: 'Night of the Comet',
    })
    const page = `/${owner.slug}/${called.slug}`
    await expectWords(page, phone('en'), 'This event does not take place', 'A storm is coming.')
    await expectWords(`${page}/apply`, phone('nl'), 'Dit gaat niet door')
    await expectWords(`/me/${fan?.personalToken}`, phone('en'), 'It does not take place')
  })
})

describe('the first paint needs no second round trip', () => {
  it.each([
    { name: 'the event', path: () => address() },
    { name: 'the form', path: () => address('/apply') },
    { name: 'the organization', path: () => `/${owner.slug}` },
    { name: 'the personal page', path: () => personalPage },
  ])('of $name', async ({ path }) => {
    const visitor = await visit(browser, app.url, phone('en'))
    const asked: string[] = []
    await visitor.page.route('**/api/**', (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    await visitor.page.goto(path())
    await visitor.page.locator('h1:visible').waitFor()
    expect(asked).toEqual([])
    await visitor.leave()
  })
})
