import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { insertConfirmedApplications } from '../factories/confirmed-applications.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { crowdedWhenLarge, examine, inaccessible, usualText } from './support/examine.js'
import { desk, phone, visit } from './support/visitor.js'

const people = 180

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let empty: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  empty = await openEvent(app, owner, 10, { title: 'An empty evening' })
  event = await openEvent(app, owner, 10)
  await insertConfirmedApplications(app.database, event.id, people)
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const pathOf = ({ id }: PublishedEvent, rest = '') => `/console/${owner.slug}/events/${id}/applications${rest}`
const focusedName = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

describe('the list of applications', () => {
  it('is worked through with the keyboard alone', async () => {
    const { page, troubles, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(event, '?sort=name'))
    await page.getByRole('link', { name: 'Fan 0', exact: true }).waitFor()
    await page.keyboard.press('j')
    expect(await focusedName(page)).toBe('Fan 0')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.getByRole('region', { name: 'Chosen applications' }).getByText('One chosen').waitFor()
    expect(await inaccessible(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Fan 1' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 2, name: 'Fan 1' }).waitFor({ state: 'detached' })
    await page.waitForFunction(`document.activeElement.textContent === 'Fan 1'`)
    await page.keyboard.press('/')
    await page.keyboard.type('fan179@')
    await page.getByText('One fits').waitFor()
    expect(page.url()).toContain('search=fan179')
    expect(troubles).toEqual([])
    await leave()
  })

  it('goes on by itself to its end, and keeps no more in the page than is in sight', async () => {
    const { page, leave } = await visit(browser, app.url, desk('nl', 'dark'), { signedInAs: owner.client })
    await page.goto(pathOf(event, '?sort=name'))
    await page.getByRole('link', { name: 'Fan 0', exact: true }).waitFor()
    const last = page.getByRole('link', { name: 'Fan 99', exact: true })
    for (let turn = 0; turn < 60 && (await last.count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 1500)
      await page.waitForTimeout(100)
    }
    expect(await last.count()).toBe(1)
    expect(await page.locator('[data-application]').count()).toBeLessThan(60)
    await leave()
  })

  it('keeps a view under a name, and gives everybody in it a tag', async () => {
    const { page, troubles, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(event, '?search=fan17'))
    await page.getByText('11 fit').waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Seventeen')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Seventeen' }).waitFor()
    await page.getByRole('checkbox', { name: 'Choose Fan 170' }).check()
    await page.getByRole('button', { name: 'Choose all 11 in this list' }).click()
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page.getByLabel('Tag', { exact: true }).fill('crew')
    expect(await inaccessible(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Give it' }).click()
    await page.getByText('Done. 11 applications changed.').waitFor()
    expect(troubles).toEqual([])
    await leave()
  })

  it('keeps what can be done with those who are chosen within reach of a thumb', async () => {
    const { page, leave } = await visit(browser, app.url, phone('en'), { signedInAs: owner.client })
    await page.goto(pathOf(event, '?sort=name'))
    await page.getByRole('checkbox', { name: 'Choose Fan 0', exact: true }).check()
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Tag', { exact: true }).waitFor()
    await leave()
  })

  it.each([phone('nl'), phone('en', 'dark'), desk('nl', 'dark')])(
    'can be used by anybody, $locale, $theme, $width pixels wide',
    async (look) => {
      const { page, troubles, leave } = await visit(browser, app.url, look, { signedInAs: owner.client })
      await page.goto(pathOf(event, '?sort=name'))
      await page.getByRole('link', { name: 'Fan 0', exact: true }).waitFor()
      expect([...(await examine(page)), ...(await crowdedWhenLarge(page))]).toEqual([])
      await usualText(page)
      await page.getByRole('link', { name: 'Fan 0', exact: true }).click()
      await page.getByRole('link', { name: look.locale === 'nl' ? 'Open de hele pagina' : 'Open the whole page' }).click()
      await page.getByRole('heading', { level: 1, name: 'Fan 0' }).waitFor()
      await page
        .getByLabel(look.locale === 'nl' ? 'Schrijf een notitie' : 'Write a note')
        .fill(`${look.locale} ${look.theme} ${look.width}`)
      await page.getByRole('button', { name: look.locale === 'nl' ? 'Bewaar de notitie' : 'Save the note' }).click()
      await page.getByRole('listitem').getByText(`${look.locale} ${look.theme} ${look.width}`).waitFor()
      expect(await examine(page)).toEqual([])
      expect(troubles).toEqual([])
      await leave()
    },
  )

  it('says what to do next when it is empty, and when nobody fits', async () => {
    const { page, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(empty))
    await page.getByText('The form is open. Share the link').waitFor()
    await page.goto(pathOf(event, '?search=nobodyatall&sort=name'))
    await page.getByRole('heading', { name: 'Nobody fits' }).waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('link', { name: 'Fan 0', exact: true }).waitFor()
    await leave()
  })
})
