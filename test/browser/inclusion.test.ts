import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { asInclusionProof, checkInclusion } from '#draw'
import { drawnEvent } from '../factories/drawn-event.js'
import { answerInvitation, type Fan, publicDraw } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { textAt } from '../support/http-client.js'
import { examine } from './support/examine.js'
import { desk, phone, visit } from './support/visitor.js'

describe('whether an entry was in', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let fans: readonly Fan[]

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
    browser = await launchBrowser()
    owner = await signUp(app.client())
    ;({ event, fans } = await drawnEvent(app, owner, { capacity: 1, fans: 5 }))
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const fan = (rank: number): Fan => {
    const found = fans[rank - 1]
    if (!found) throw new Error('no fan')
    return found
  }

  it('is worked out on her page, in words, and kept as a file', async () => {
    const { page, picture, troubles, leave } = await visit(browser, app.url, phone('nl'))
    await page.goto(`/me/${fan(2).personalToken}`)
    await page.getByRole('button', { name: 'Reken het na' }).click()
    await page.getByText('Je lot zat erin').waitFor()
    await page.getByText(/^Het staat op regel [1-5] van 5\.$/).waitFor()
    const commitment = textAt((await publicDraw(app, owner, event)).body, 'commitment')
    await page.getByText(commitment.match(/.{8}/g)?.join(' ') ?? '').waitFor()
    await page.getByText('Alle getallen').click()
    await picture('inclusion')
    expect(await examine(page)).toEqual([])
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bewaar het bewijs' }).click()
    const proof = asInclusionProof(JSON.parse(readFileSync(await (await saving).path(), 'utf8')))
    expect(proof.ticketId).toBe(fan(2).ticketId)
    expect(checkInclusion(proof).every(({ ok }) => ok)).toBe(true)
    expect(troubles).toEqual([])
    await leave()
  })

  it('is denied when the server shows a way that does not lead to the seal', async () => {
    const { page, picture, leave } = await visit(browser, app.url, desk('en', 'dark'))
    await page.route('**/api/me/inclusion', async (route) => {
      const answer = (await (await route.fetch()).json()) as { inclusion: { path: string[] } }
      answer.inclusion.path[0] = 'ab'.repeat(32)
      await route.fulfill({ json: answer })
    })
    await page.goto(`/me/${fan(3).personalToken}`)
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByText('Something does not fit').waitFor()
    expect(await page.getByText('This does not fit.').count()).toBe(1)
    await picture('inclusion-denied')
    await leave()
  })

  it('is offered to whoever is coming, too', async () => {
    await answerInvitation(app, fan(1), 'accept')
    const { page, leave } = await visit(browser, app.url, desk('en'))
    await page.goto(`/me/${fan(1).personalToken}`)
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByText('Your entry was in').waitFor()
    expect(await examine(page)).toEqual([])
    await leave()
  })

  it('stands beside what was promised on the page of the draw', async () => {
    const { page, picture, leave } = await visit(browser, app.url, phone('en'))
    await page.goto(`/${owner.slug}/${event.slug}/draw`)
    await page.getByRole('heading', { name: 'What was promised' }).waitFor()
    expect(await examine(page)).toEqual([])
    await picture('draw-promise')
    expect(
      (
        await page.request.get(
          await page
            .getByRole('link', { name: 'The sealed text' })
            .getAttribute('href')
            .then((href) => href ?? ''),
        )
      ).status(),
    ).toBe(200)
    await leave()
  })
})
