import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { inviteColleague } from '../factories/colleague.js'
import { drawnEvent } from '../factories/drawn-event.js'
import type { Fan } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import type { HttpClient } from '../support/http-client.js'
import { examine } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** An exclusion by two, an appeal, and a return: each test goes on where the one before stopped. */
describe('an exclusion', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let colleague: HttpClient
  let event: PublishedEvent
  let fan: Fan
  let mirjam: Visitor
  let anna: Visitor

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
    browser = await launchBrowser()
    owner = await signUp(app.client())
    const drawn = await drawnEvent(app, owner, { capacity: 1, fans: 3 })
    event = drawn.event
    const [first] = drawn.fans
    if (!first) throw new Error('Nobody applied.')
    fan = first
    mirjam = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const console_ = () => `/console/${owner.slug}/events/${event.id}`
  const dialog = (page: Page) => page.getByRole('dialog')
  const exclusions = (page: Page) => page.getByRole('region', { name: /^(Exclusions|Uitsluitingen)$/ })

  it('needs a colleague: whoever works alone is told to invite one', async () => {
    const { page } = mirjam
    await page.goto(`${console_()}/invitations`)
    await page.getByRole('button', { name: `Exclude ${fan.name}…` }).click()
    await dialog(page).getByText('nobody else in your team may agree to it').waitFor()
    await dialog(page).getByRole('link', { name: 'To the team' }).click()
    await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor()
    colleague = await inviteColleague(app, owner, 'organizer')
  })

  it('is asked for with a reason, and nothing happens', async () => {
    const { page, picture } = mirjam
    await page.goto(`${console_()}/invitations`)
    await page.getByRole('button', { name: `Exclude ${fan.name}…` }).click()
    await dialog(page).getByRole('button', { name: 'Ask a colleague' }).click()
    await dialog(page).getByText('Choose the reason; the public log shows it.').waitFor()
    await dialog(page).getByRole('radio', { name: 'Applied twice' }).check()
    await dialog(page).getByLabel(`A word to ${fan.name}`).fill('Two tickets, one person.')
    expect(await examine(page)).toEqual([])
    await picture('exclude-dialog')
    await dialog(page).getByRole('button', { name: 'Ask a colleague' }).click()
    await exclusions(page).getByText('Needs a second person').waitFor()
    expect(await exclusions(page).getByRole('button', { name: 'Agree' }).count()).toBe(0)
    await picture('exclusion-asked')
    expect(await examine(page)).toEqual([])
  })

  it('is agreed to by the colleague with one confirmation', async () => {
    anna = await visit(browser, app.url, phone('nl'), { signedInAs: colleague })
    const { page, picture } = anna
    await page.goto(`${console_()}/invitations`)
    await exclusions(page).getByText('1 te beslissen').waitFor()
    await picture('exclusion-to-decide')
    expect(await examine(page)).toEqual([])
    await exclusions(page).getByRole('button', { name: 'Stem in' }).click()
    await dialog(page).getByText('Het gebeurt meteen').waitFor()
    await picture('exclusion-agree')
    await dialog(page).getByRole('button', { name: 'Stem in' }).click()
    await exclusions(page).getByText('Uitgesloten', { exact: true }).waitFor()
  })

  it('is read on the personal page, and appealed against once', async () => {
    const { page, picture, leave } = await visit(browser, app.url, phone('en'))
    await page.goto(`/me/${fan.personalToken}`)
    await page.getByRole('heading', { level: 1, name: /Your invitation was withdrawn/ }).waitFor()
    await page.getByText('Two tickets, one person.').waitFor()
    await page.getByRole('button', { name: 'Send my appeal' }).click()
    await page.getByText('Write a few words first.').waitFor()
    await picture('me-excluded')
    await page.getByLabel('Your appeal').fill('The other one is my twin sister.')
    expect(await examine(page)).toEqual([])
    await page.getByRole('button', { name: 'Send my appeal' }).click()
    await page.getByText(/^You appealed on/).waitFor()
    expect(await page.getByLabel('Your appeal').count()).toBe(0)
    await picture('me-appealed')
    await leave()
  })

  it('is undone by the colleague, and the ticket is back at its place', async () => {
    const { page, picture } = anna
    await page.goto(`${console_()}/invitations`)
    await exclusions(page).getByText('The other one is my twin sister.').waitFor()
    await picture('appeal-to-decide')
    await exclusions(page).getByRole('button', { name: 'Laat weer toe' }).click()
    await dialog(page).getByRole('button', { name: 'Laat weer toe' }).click()
    await exclusions(page).getByText('Weer in de trekking').waitFor()
    const { page: hers, picture: pictureOfHers, leave } = await visit(browser, app.url, phone('nl', 'dark'))
    await hers.goto(`/me/${fan.personalToken}`)
    await hers.getByText(/^Je bezwaar is toegekend/).waitFor()
    await pictureOfHers('me-reinstated')
    expect(await examine(hers)).toEqual([])
    await hers.goto(`/${owner.slug}/${event.slug}/draw`)
    await hers.getByText('(bezwaar toegekend)').waitFor()
    await pictureOfHers('draw-log-reinstated')
    await leave()
    expect([...mirjam.troubles, ...anna.troubles]).toEqual([])
  })

  it('stands on the page of the application too', async () => {
    const { page, picture } = mirjam
    await page.goto(`${console_()}/applications`)
    await page.getByRole('link', { name: new RegExp(fan.name) }).click()
    await exclusions(page).getByText('Back in the draw').waitFor()
    await page.getByRole('button', { name: `Exclude ${fan.name}…` }).waitFor()
    await picture('application-exclusion')
    expect(await examine(page)).toEqual([])
  })
})
