import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { FormVisits } from '../../apps/api/src/insights/form-visits/form-visits.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { insertToldApplications, type ToldApplication } from '../factories/told-applications.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { desk, type Look, phone, visit } from './support/visitor.js'

const start = new Date('2027-05-03T09:00:00Z')
const hour = 3_600_000

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 10)
  await insertToldApplications(app.database, event.id, crowd())
  const [first = '', second = '', third = ''] = event.questionIds
  const visits = { name: 140, email: 132, [first]: 128, [second]: 90, [third]: 84, consent: 80, sent: 76 }
  for (const [field, count] of Object.entries(visits))
    for (let index = 0; index < count; index += 1) await app.get(FormVisits).count(owner.slug, event.slug, field, `2001:db8:${index}::1`)
  await app.get(FormVisits).flush()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

/** Three days of applications: most from nearby, fewer from farther away, busier by day than by night. */
function crowd(): ToldApplication[] {
  const countries = { NL: 90, BE: 28, DE: 17, FR: 6, GB: 9, US: 12, BR: 3, JP: 4, ZA: 2, AU: 1, IN: 5, SE: 3, PL: 4, ES: 3, KE: 1, CA: 2 }
  const sources = [
    { referrer: 'mastodon.social', source: null, campaign: null },
    { referrer: null, source: 'newsletter', campaign: 'comet-spring' },
    { referrer: null, source: null, campaign: null },
    { referrer: 'bsky.app', source: null, campaign: null },
    { referrer: 'www.sterrenkunde.example', source: 'poster', campaign: 'comet-station-posters' },
  ]
  return Object.entries(countries).flatMap(([country, count]) =>
    Array.from({ length: count }, (_, index) => ({
      ...(sources[(index * index + count) % sources.length] ?? { referrer: null, source: null, campaign: null }),
      receivedAt: new Date(
        start.getTime() - 70 * hour + ((index * 37 + count * 11) % 70) * hour * Math.abs(Math.sin(index + 1)),
      ).toISOString(),
      locale: country === 'NL' || (country === 'BE' && index % 2 === 0) ? 'nl' : 'en',
      country,
      confirmed: (index + count) % 5 > 0,
    })),
  )
}

const path = (page = '/live') => `/console/${owner.slug}/events/${event.id}${page}`

describe('the live page', () => {
  it.each<Look>([phone('nl'), phone('en', 'dark'), desk('en'), desk('nl', 'dark')])('can be used by anybody, %j', async (look) => {
    const visitor = await visit(browser, app.url, look, { signedInAs: owner.client })
    await visitor.page.goto(path())
    await visitor.page
      .getByText(look.locale === 'nl' ? 'Hoe ver mensen komen in het formulier' : 'How far people come in the form')
      .waitFor()
    const country = look.locale === 'nl' ? 'Duitsland' : 'Germany'
    await visitor.page.getByText(country, { exact: true }).first().waitFor()
    await visitor.picture('live')
    expect(await examine(visitor.page)).toEqual([])
    for (const button of await visitor.page.getByRole('button', { name: /As a table|Als tabel/ }).all()) await button.click()
    await visitor.page.getByRole('cell', { name: country }).waitFor()
    expect(await examine(visitor.page)).toEqual([])
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('moves by itself when somebody applies, and so does the home of the event', async () => {
    const visitor = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    const polled: string[] = []
    visitor.page.on('request', (request) => request.resourceType() === 'fetch' && polled.push(new URL(request.url()).pathname))
    const [one] = crowd()
    let total = crowd().length
    for (const page of ['/live', '']) {
      await visitor.page.goto(path(page))
      await visitor.page.getByText(String(total), { exact: true }).first().waitFor()
      await insertToldApplications(app.database, event.id, one ? [one] : [])
      total += 1
      await visitor.page.getByText(String(total), { exact: true }).first().waitFor()
    }
    expect(polled.filter((address) => address.endsWith('/live')).length).toBeLessThanOrEqual(2)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})
