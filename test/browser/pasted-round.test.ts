import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type PublishedRound, youngestPublishedRound } from '../factories/published-round.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { phone, visit, type Visitor } from './support/visitor.js'

/** No relay can be reached; the round is one that drand published. */
describe('an organizer without the relays', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let visitor: Visitor
  const published: PublishedRound = youngestPublishedRound()

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2026-09-10T10:00:00Z', settings: { BEACON_URL: 'http://127.0.0.1:9' } })
    browser = await launchBrowser()
    owner = await signUp(app.client())
    const answerBy = new Date(published.closesAt.getTime() + 86_400_000).toISOString()
    event = await openEvent(app, owner, 1, { closesAt: published.closesAt.toISOString(), answerBy })
    await enterFans(app, owner, event, 3)
    await app.moveTo(published.closesAt)
    await owner.client.post('/api/session', { email: owner.email, password })
    visitor = await visit(browser, app.url, phone('en'), { signedInAs: owner.client })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it('is not asked for the round before its time', async () => {
    const { page } = visitor
    await page.goto(`/console/${owner.slug}/events/${event.id}/draw`)
    await page.getByRole('heading', { name: 'Sealed, waiting for the number' }).waitFor()
    expect(await page.getByLabel(/^Round/).count()).toBe(0)
  })

  it('is told what is wrong with a wrong one', async () => {
    const { page, picture } = visitor
    await app.moveTo(await roundTime(app, owner, event))
    await page.getByLabel(/^Round/).waitFor()
    await page.getByLabel(/^Round/).fill(JSON.stringify({ round: published.round - 1, signature: published.signature }))
    await page.getByRole('button', { name: 'Check it and draw' }).click()
    await page
      .getByText(`This is round ${published.round - 1}. The draw was sealed on round ${published.round}, so only that one counts.`)
      .waitFor()
    await picture('pasted-round-wrong')
    expect(await examine(page)).toEqual([])
  })

  it('draws with the right one, however it was copied', async () => {
    const { page, picture, troubles } = visitor
    const { round, signature } = published
    await page.getByLabel(/^Round/).fill(`{\n "round" : ${round},\n "signature" : "${signature.slice(0, 40)}\n${signature.slice(40)}"\n}\n`)
    await page.getByRole('button', { name: 'Check it and draw' }).click()
    await page.getByRole('heading', { name: '3 tickets, one order' }).waitFor()
    expect(await page.getByLabel(/^Round/).count()).toBe(0)
    await picture('pasted-round-drawn')
    expect(troubles.filter((trouble) => !trouble.startsWith('422 of POST'))).toEqual([])
  })
})
