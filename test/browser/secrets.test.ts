import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { boundContributor, eventWithContributors } from '../factories/contributors.js'
import { enterFans, roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** Two people lend a draw their secrets: each test goes on where the one before stopped. */
describe('secrets for a draw', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let mirjam: Visitor
  let anna: Visitor
  let bram: Visitor
  const links: string[] = []
  let file = ''

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
    browser = await launchBrowser()
    owner = await signUp(app.client())
    event = await eventWithContributors(app, owner, { mode: 'both', of: ['anna', 'bram'] })
    mirjam = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    anna = await visit(browser, app.url, phone('nl'))
    bram = await visit(browser, app.url, desk('en', 'dark'))
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it('begin with a link for each of them, shown once', async () => {
    const { page, picture } = mirjam
    await page.goto(`/console/${owner.slug}/events/${event.id}/draw`)
    for (const name of ['Anna Brink', 'Bram Brink']) {
      await page.getByRole('button', { name: `Make a link for ${name}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Make a link' }).click()
      links.push(await page.getByRole('dialog').getByLabel(`The link for ${name}`).inputValue())
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    }
    await picture('secrets-console')
    expect(await examine(page)).toEqual([])
  })

  it('are made in the browser, kept, and only their fingerprints handed in', async () => {
    for (const [index, { page, picture }] of [anna, bram].entries()) {
      const nl = index === 0
      await page.goto(links[index] ?? '')
      await page.getByRole('button', { name: nl ? 'Maak mijn geheim' : 'Make my secret' }).click()
      await page.getByRole('button', { name: nl ? 'Lever de vingerafdruk in' : 'Hand in the fingerprint' }).click()
      await page.getByText(nl ? /^Bewaar het eerst/ : /^Save it first/).waitFor()
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: nl ? 'Bewaar als bestand' : 'Save as a file' }).click()
      if (!nl) file = readFileSync(await (await saving).path(), 'utf8')
      await picture('secret-make')
      expect(await examine(page)).toEqual([])
      await page.getByRole('button', { name: nl ? 'Lever de vingerafdruk in' : 'Hand in the fingerprint' }).click()
      await page
        .getByRole('heading', { level: 1, name: nl ? 'Je vingerafdruk is binnen, Anna Brink' : 'Your fingerprint is in, Bram Brink' })
        .waitFor()
      await picture('secret-bound')
      expect(await examine(page)).toEqual([])
    }
    expect(file).toMatch(/secret: [0-9a-f]{64}\nfingerprint: [0-9a-f]{64}/)
    const rows = await app.database.query('select * from contributor_secrets')
    expect(JSON.stringify(rows)).not.toContain(/secret: (\w+)/.exec(file)?.[1])
  })

  it('are asked for once the list is sealed; the draw page says whose are missing, and what is weaker', async () => {
    await app.moveTo(event.opensAt)
    await enterFans(app, owner, event, 3)
    await app.moveTo(event.closesAt)
    await app.moveTo(await roundTime(app, owner, event))
    const { page, picture } = anna
    await page.goto(`/${owner.slug}/${event.slug}/draw`)
    await page.getByText(/^Er wordt pas geloot als ook deze 2 hebben onthuld/).waitFor()
    await page.getByText(/elk van deze mensen kan een uitslag tegenhouden/).waitFor()
    await picture('draw-waits-for-secrets')
    expect(await examine(page)).toEqual([])
  })

  it('are revealed from the browser that made them, or from the file', async () => {
    await anna.page.goto(links[0] ?? '')
    await anna.page.getByText('Deze browser heeft het onthouden.').waitFor()
    await anna.picture('secret-reveal')
    await anna.page.getByRole('button', { name: 'Onthul het' }).click()
    await anna.page.getByRole('heading', { level: 1, name: 'Dank je, Anna Brink' }).waitFor()

    await bram.page.goto(links[1] ?? '')
    await bram.page.evaluate('localStorage.clear()')
    await bram.page.reload()
    await bram.page.getByLabel('Your secret').fill('ab'.repeat(32))
    await bram.page.getByRole('button', { name: 'Reveal it' }).click()
    await bram.page.getByText(/^No secret in this text belongs/).waitFor()
    expect(await examine(bram.page)).toEqual([])
    await bram.page.getByLabel('Open the file').setInputFiles({ name: 'secret.txt', mimeType: 'text/plain', buffer: Buffer.from(file) })
    await bram.page.getByRole('button', { name: 'Reveal it' }).click()
    await bram.page.getByRole('heading', { level: 1, name: 'Thank you, Bram Brink' }).waitFor()
    await bram.picture('secret-revealed')
  })

  it('and then the draw is made and proves itself', async () => {
    await app.settled()
    expect(await verifyDraw(app, owner, event)).toMatchObject({ ok: true, drawn: true })
    const { page, picture } = bram
    await page.goto(`/${owner.slug}/${event.slug}/draw`)
    await page.getByRole('heading', { name: 'Where the number comes from' }).waitFor()
    expect(await page.getByText('has revealed', { exact: true }).count()).toBe(2)
    await picture('draw-of-both')
    expect([...mirjam.troubles, ...anna.troubles, ...bram.troubles]).toEqual([])
  })

  it('of somebody who never reveals are left behind in public', async () => {
    const stuck = await eventWithContributors(app, owner, { mode: 'commit-reveal', of: ['anna'] })
    await boundContributor(app, owner, stuck, 'anna')
    await app.moveTo(stuck.opensAt)
    await enterFans(app, owner, stuck, 2)
    await app.moveTo(stuck.closesAt)
    await app.moveTo(new Date((await roundTime(app, owner, stuck)).getTime() + 86_400_000))
    const { page, picture } = mirjam
    await page.goto(`/console/${owner.slug}/events/${stuck.id}/draw`)
    await page.getByRole('button', { name: 'Start again without them…' }).click()
    await picture('draw-start-again')
    await page.getByRole('dialog').getByRole('button', { name: 'Seal it again' }).click()
    await page.getByText('Sealed again. The beacon decides.').waitFor()
    await page.goto(`/${owner.slug}/${stuck.slug}/draw`)
    await page.getByText('Anna Brink did not reveal.').waitFor()
    await picture('draw-earlier')
    expect(await examine(page)).toEqual([])
  })
})
