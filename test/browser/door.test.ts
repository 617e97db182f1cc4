import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { inviteColleague } from '../factories/colleague.js'
import { answer, badgeCode, inviteAll } from '../factories/guests.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import type { HttpClient } from '../support/http-client.js'
import { cameraFilm } from './support/camera-film.js'
import { phone, visit, type Visitor } from './support/visitor.js'

/** A colleague with a phone at the door, before whose camera Sanne holds her badge. */
describe('the door team', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tweetup-camera-'))
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let colleague: HttpClient
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-04-19T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    const { event, invitees } = await inviteAll(app, owner, ['Sanne Vermeer', 'Bram van den Berg', 'Chloé Dubois'])
    const [sanne, bram] = invitees
    if (!sanne || !bram) throw new Error('Nobody was invited.')
    await answer(app, sanne, 'accept')
    await answer(app, bram, 'accept')
    const film = join(folder, 'badge.y4m')
    writeFileSync(film, cameraFilm(await badgeCode(app, sanne)))
    await app.moveTo(new Date(event.startsAt.getTime() - 60_000))
    await owner.client.post('/api/session', { email: owner.email, password })
    colleague = await inviteColleague(app, owner, 'door')
    browser = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    visitor = await visit(browser, app.url, phone('en'), { signedInAs: colleague, permissions: ['camera'] })
    page = visitor.page
    await page.goto(`/door/${owner.slug}/${event.id}`)
  }, 90_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const button = (name: string) => page.getByRole('button', { name })

  it('scans a badge with the camera and hears who comes in', async () => {
    await page.getByText('0 of 2 in').waitFor()
    await visitor.picture('door')
    await button('Start the camera').click()
    await page.getByText('Come in, Sanne Vermeer').waitFor()
    await page.getByText('1 of 2 in').waitFor()
    await visitor.picture('door-yes')
  })

  it('is told when the same badge comes a second time', async () => {
    await button('Next').click()
    await page.getByText(/Sanne Vermeer came in at/).waitFor()
    await visitor.picture('door-already')
    await button('Next').click()
  })

  it('finds somebody without a badge by name, and only those who are coming', async () => {
    await page.getByRole('tab', { name: 'By name' }).click()
    await page.getByLabel('Name, handle or ticket number').fill('chlo')
    await page.getByText('Nobody who is coming has “chlo”').waitFor()
    await page.getByLabel('Name, handle or ticket number').fill('berg')
    await visitor.picture('door-name')
    await button('Check in Bram van den Berg').click()
    await page.getByText('Come in, Bram van den Berg').waitFor()
    await page.getByText('2 of 2 in').waitFor()
  })

  it('takes a mistake back', async () => {
    await button('Undo').click()
    await page.getByText('1 of 2 in').waitFor()
    await button('Check in Bram van den Berg').waitFor()
  })

  it('met nothing that went wrong', () => {
    expect(visitor.troubles).toEqual([])
  })
})
