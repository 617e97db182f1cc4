import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { answer, inviteAll, type Invitee, personalPage } from '../factories/guests.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at } from '../support/http-client.js'
import { desk, phone, visit } from './support/visitor.js'

/** Two people said yes; one came. */
describe('after an event', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let guest: Invitee
  let missed: Invitee

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-04-19T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    const { event: drawn, invitees } = await inviteAll(app, owner, ['Sanne Vermeer', 'Bram van den Berg', 'Chloé Dubois'])
    const [sanne, bram] = invitees
    if (!sanne || !bram) throw new Error('Nobody was invited.')
    event = drawn
    guest = sanne
    missed = bram
    await answer(app, guest, 'accept')
    await answer(app, missed, 'accept')
    await app.moveTo(event.startsAt)
    await owner.client.post('/api/session', { email: owner.email, password })
    await owner.client.post(`/api/organizations/${owner.slug}/events/${event.id}/check-ins`, {
      code: at(await personalPage(app, guest), 'badge.qr'),
    })
    await app.moveTo(new Date(event.endsAt.getTime() + 2 * 86_400_000))
    browser = await launchBrowser()
  }, 90_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it('whoever came is thanked, asked, and told at the field what is missing', async () => {
    const visitor = await visit(browser, app.url, phone('nl'))
    const { page } = visitor
    await page.goto(`/me/${guest.personalToken}`)
    await page.getByRole('heading', { level: 1, name: 'Dank je dat je erbij was, Sanne' }).waitFor()
    await page.getByRole('button', { name: 'Verstuur mijn antwoorden' }).click()
    await page.getByText('Kies er een.').first().waitFor()
    await page.getByRole('radio', { name: '5' }).check()
    await page.getByText('Kies er een.').waitFor({ state: 'detached' })
    await page.getByRole('textbox').first().fill('De komeet, en de soep.')
    await visitor.picture('survey')
    await page.getByRole('button', { name: 'Verstuur mijn antwoorden' }).click()
    await page.getByText('Je antwoorden zijn binnen, dank je.').waitFor()
    await visitor.picture('me-answered')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('whoever did not come reads that she was missed', async () => {
    const visitor = await visit(browser, app.url, phone('en', 'dark'))
    await visitor.page.goto(`/me/${missed.personalToken}`)
    await visitor.page.getByRole('heading', { level: 1, name: 'We missed you, Bram' }).waitFor()
    await visitor.picture('me-missed')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('the organizer sees the way from applied to answered, and the answers', async () => {
    await owner.client.post('/api/session', { email: owner.email, password })
    const visitor = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    const { page } = visitor
    await page.goto(`/console/${owner.slug}/events/${event.id}`)
    await page.getByRole('link', { name: 'Results' }).click()
    await page.getByText('De komeet, en de soep.').waitFor()
    const steps = await page.getByRole('list').filter({ hasText: 'Applied' }).getByRole('listitem').allInnerTexts()
    expect(steps.map((step) => step.split(/\s+/))).toEqual([
      ['Applied', '3'],
      ['Confirmed', '3'],
      ['Invited', '3'],
      ['Coming', '2'],
      ['Came', '1'],
      ['Answered', '1'],
    ])
    await visitor.picture('results')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})
