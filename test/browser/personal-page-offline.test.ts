import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { bearer } from '../factories/application.js'
import { drawnEvent } from '../factories/drawn-event.js'
import { answerInvitation, type Fan } from '../factories/fans.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { launchBrowser } from '../support/browser.js'
import { waitFor } from '../support/wait-for.js'
import { phone, visit, type Visitor } from './support/visitor.js'

/** Sanne comes, Bram has not answered yet; both look at one phone. */
describe('a personal page on a phone', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let sanne: Fan
  let bram: Fan
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    const { fans } = await drawnEvent(app, owner, { capacity: 2, fans: 2 })
    const [first, second] = fans
    if (!first || !second) throw new Error('Nobody was drawn.')
    sanne = first
    bram = second
    await answerInvitation(app, sanne, 'accept')
    browser = await launchBrowser()
    visitor = await visit(browser, app.url, phone('nl'))
    page = visitor.page
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const open = (fan: Fan) => page.goto(`/me/${fan.personalToken}`)
  const cut = (isCut: boolean) => visitor.context.setOffline(isCut)
  const stale = () => page.getByText(/^Geen verbinding\. Zo stond het ervoor op/)
  const isReady = () =>
    waitFor(
      async () =>
        await page.evaluate<boolean>(
          `navigator.serviceWorker.getRegistration('/me/').then((found) => Boolean(found?.active) && Boolean(navigator.serviceWorker.controller))`,
        ),
      { within: 20_000, what: 'a service worker in charge of the page' },
    )

  it('can be installed, as itself', async () => {
    await open(sanne)
    await page.getByRole('heading', { level: 1, name: /^Tot over/ }).waitFor()
    await isReady()
    const session = await visitor.context.newCDPSession(page)
    const manifest = await session.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    const said = JSON.parse(manifest.data ?? '{}') as unknown
    expect(at(said, 'start_url')).toBe(`/me/${sanne.personalToken}`)
    expect(at(said, 'scope')).toBe(`/me/${sanne.personalToken}`)
    // A browser without a profile of its own may install nothing; nothing else is in the way.
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    for (const icon of listAt(said, 'icons')) {
      const picture = await page.request.get(textAt(icon, 'src'))
      expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
    }
    const stranger = await page.request.get(`/me/${'A'.repeat(24)}/app.webmanifest`)
    expect(stranger.status()).toBe(404)
  })

  it('shows without a connection what was seen last, says so, and offers nothing that needs one', async () => {
    await cut(true)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /^Tot over/ }).waitFor()
    await stale().waitFor()
    await page.getByRole('group', { name: /^Lot / }).or(page.getByLabel(/^Lot /)).first().waitFor()
    await page.getByText('Doors, badges, soup').waitFor()
    await page.getByRole('button', { name: 'Toon de code van je badge groot' }).click()
    await page.getByRole('dialog').locator('svg path').first().waitFor()
    await page.keyboard.press('Escape')
    for (const gone of ['Zet in mijn agenda', 'Mijn badge']) expect(await page.getByRole('link', { name: gone }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Ik kan toch niet komen' }).count()).toBe(0)
    await visitor.picture('me-offline')
  })

  it('shows nobody the page of another: what this phone has not seen, it does not have', async () => {
    await open(bram)
    await page.getByRole('heading', { level: 1, name: /verbinding/i }).waitFor()
    expect(await page.getByText(sanne.name).count()).toBe(0)
    await open(sanne)
    await stale().waitFor()
    expect(await page.getByText(bram.name).count()).toBe(0)
  })

  it('is fresh again by itself when the connection is back', async () => {
    await app.client().post('/api/me/return', undefined, bearer(sanne.personalToken))
    await cut(false)
    await page.getByRole('heading', { level: 1, name: /^Je plek is doorgegeven/ }).waitFor()
    expect(await stale().count()).toBe(0)
  })

  it('offers an answer only with a connection', async () => {
    await open(bram)
    await page.getByRole('button', { name: 'Ja, ik kom' }).last().waitFor()
    await cut(true)
    await stale().waitFor()
    expect(await page.getByRole('button', { name: 'Ja, ik kom' }).count()).toBe(0)
    await page.reload()
    await stale().waitFor()
    expect(await page.getByRole('button', { name: 'Ja, ik kom' }).count()).toBe(0)
    await visitor.picture('me-offline-invited')
    await cut(false)
    await page.getByRole('button', { name: 'Ja, ik kom' }).last().waitFor()
  })

  it('is forgotten when asked, and when its link is void', async () => {
    await page.getByRole('button', { name: 'Vergeet deze pagina op dit toestel' }).click()
    await page.getByText('Hier vergeten.').waitFor()
    expect(await keptPages()).not.toContain(`tweetup:me:${bram.personalToken}`)
    await cut(true)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /verbinding/i }).waitFor()
    await cut(false)

    await open(sanne)
    await waitFor(async () => (await keptPages()).includes(`tweetup:me:${sanne.personalToken}`), {
      within: 5000,
      what: 'a page that is kept',
    })
    await app.database.query('update applications set token_epoch = token_epoch + 1 where email = $1', [sanne.email])
    await open(sanne)
    await page.getByRole('heading', { level: 1, name: 'Deze link leidt nergens heen' }).waitFor()
    expect(await keptPages()).toEqual([])
    expect(await page.getByRole('link', { name: 'Vind de link naar je pagina' }).count()).toBe(1)
  })

  it('leaves no link and nobody’s name in the caches of the worker', async () => {
    const kept = await page.evaluate<string>(`(async () => {
      const texts = []
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) {
          texts.push(request.url)
          const response = await (await caches.open(name)).match(request)
          if (/html|json|text/.test(response.headers.get('content-type') ?? '')) texts.push(await response.text())
        }
      return texts.join('\\n')
    })()`)
    expect(kept).toContain('/me/shell')
    for (const secret of [sanne.personalToken, bram.personalToken, sanne.name, bram.email]) expect(kept).not.toContain(secret)
  })

  const keptPages = () => page.evaluate<string[]>(`Object.keys(localStorage).filter((key) => key.startsWith('tweetup:me:'))`)
})
