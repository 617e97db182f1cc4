import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { apply } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { phone, visit, type Visitor } from './support/visitor.js'

/** So many that the sum of the next one takes a moment, which can be watched. */
const crowd = 90

describe('a fan on a network that very many apply from, in Dutch', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let visitor: Visitor

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z', settings: { APPLICATIONS_PER_NETWORK: '200' } })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    event = await openEvent(app, owner, 1)
    for (let sent = 0; sent < crowd; sent += 1)
      await apply(app.client(), owner, event, { email: `${unique('fan')}@${unique('mail')}.example` })
    browser = await launchBrowser()
    visitor = await visit(browser, app.url, phone('nl'))
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('is told what her phone is doing, sees how far it is, and need not do anything', async () => {
    const { page } = visitor
    // As if she were quicker than her phone.
    await page.route('**/effort', (route) => route.abort())
    await page.goto(`/${owner.slug}/${event.slug}/apply`)
    await fillIn(page, 'sanne@example.org')
    const letGo = await holdTheSecond(page)
    await page.getByRole('checkbox').press('Enter')
    await page.getByRole('status').filter({ hasText: 'Een korte controle, die je apparaat zelf doet' }).waitFor()
    const progress = page.getByRole('progressbar', { name: 'Hoeveel van de som af is' })
    await progress.waitFor()
    await visitor.picture('apply-effort')
    expect(await examine(page)).toEqual([])
    letGo()
    await page.getByRole('heading', { level: 1, name: 'Sanne, je lot is binnen' }).waitFor()
    expect(await progress.count()).toBe(0)
    expect(visitor.troubles).toEqual([expect.stringMatching(/^428 of POST .*\/applications$/)])
  })

  it('is asked for nothing when her phone has done it while she filled in the form', async () => {
    const calm = await visit(browser, app.url, phone('nl'))
    const worker = calm.page.waitForEvent('worker')
    await calm.page.goto(`/${owner.slug}/${event.slug}/apply`)
    const sum = await worker
    await new Promise((resolve) => sum.once('close', resolve))
    await fillIn(calm.page, 'youssef@example.org')
    await calm.page.getByRole('checkbox').press('Enter')
    await calm.page.getByRole('heading', { level: 1, name: 'Sanne, je lot is binnen' }).waitFor()
    expect(calm.troubles).toEqual([])
    await calm.leave()
  })
})

/** Up to the last press. */
async function fillIn(page: Page, email: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.getByLabel('Je naam').fill('Sanne Vermeer')
  await page.getByLabel('Je e-mailadres').fill(email)
  await button('Verder').click()
  await page.getByLabel('Where do you come from?').fill('Leiden')
  await page.getByRole('radio', { name: 'Bike' }).check()
  await button('Laatste stap').click()
  await page.getByRole('checkbox').check()
}

/** Keeps the application that brings the solution on its way, so that the page can be looked at meanwhile. */
async function holdTheSecond(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let sent = 0
  await page.route('**/applications', async (route) => {
    sent += 1
    if (sent > 1) await promise
    await route.continue()
  })
  return resolve
}
