import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Locator, Page } from 'playwright-core'
import { apply, applyAndConfirm } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { readCsv, readXlsx } from '../support/read-sheet.js'
import { examine } from './support/examine.js'
import { desk, phone, visit } from './support/visitor.js'

const formula = '=HYPERLINK("https://example.com","Fan")'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await openEvent(app, owner, 10, { title: 'Night of the Comet' })
  await apply(app.client(), owner, event, { email: 'zoe@example.org', name: 'Zoë Çelik' })
  await apply(app.client(), owner, event, { email: 'formula@example.org', name: formula })
  await applyAndConfirm(app, owner, event, { email: 'proven@example.org', name: 'Noor Brink' })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const list = (rest = '') => `/console/${owner.slug}/events/${event.id}/applications${rest}`

/** What the browser saves when a link to a file is followed with the keyboard. */
async function downloaded(page: Page, link: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  await link.focus()
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const download = await saved
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('the list as a file', () => {
  it('is asked for, downloaded and deleted with the keyboard alone, as a workbook and as CSV', async () => {
    const { page, troubles, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(list())
    await page.getByRole('button', { name: 'Export' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'The list as a file' })
    await dialog.getByRole('button', { name: 'Make the file' }).focus()
    await page.keyboard.press('Enter')
    const workbook = await downloaded(page, dialog.getByRole('link', { name: /^Workbook of/ }))
    expect(workbook.name).toMatch(/^night-of-the-comet-2027-05-03\.xlsx$/)
    const { Applications: [header = [], ...rows] = [] } = readXlsx(workbook.bytes)
    expect(header.slice(0, 3)).toEqual(['Ticket', 'Name', 'E-mail'])
    expect(rows.map((row) => row[1]).sort()).toEqual([formula, 'Noor Brink', 'Zoë Çelik'].sort())

    await dialog.getByLabel('Workbook (.xlsx), for Excel, Numbers and LibreOffice').focus()
    await page.keyboard.press('ArrowDown')
    await dialog.getByRole('button', { name: 'Make the file' }).focus()
    await page.keyboard.press('Enter')
    const { name, bytes } = await downloaded(page, dialog.getByRole('link', { name: /^CSV of/ }))
    expect(name).toMatch(/^night-of-the-comet-2027-05-03\.csv$/)
    const lines = readCsv(bytes)
    expect(lines).toHaveLength(4)
    expect(lines.find((fields) => fields[2] === 'formula@example.org')?.[1]).toBe(`'${formula}`)
    expect(lines.find((fields) => fields[2] === 'zoe@example.org')).toEqual(expect.arrayContaining(['Zoë Çelik', 'Leiden', 'Bike']))

    await dialog.getByRole('button', { name: /^Delete.*CSV/ }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('link', { name: /^CSV of/ }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Export')
    expect(troubles).toEqual([])
    await leave()
  })

  it('holds whom the list shows, or everybody', async () => {
    const { page, leave } = await visit(browser, app.url, phone('nl'), { signedInAs: owner.client })
    await page.goto(list('?step=confirmed'))
    await page.getByRole('button', { name: 'Exporteren' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Csv, voor andere programma’s').check()
    for (const [whom, names] of [
      ['Wie de lijst nu laat zien', ['Noor Brink']],
      ['Iedereen', ['Noor Brink', `'${formula}`, 'Zoë Çelik']],
    ] as const) {
      await dialog.getByLabel(whom).check()
      await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
      const row = dialog.getByRole('listitem').filter({ hasText: new RegExp(`^.*Csv van.*${names.length} rij`) })
      const { bytes } = await downloaded(page, row.getByRole('link'))
      expect(
        readCsv(bytes)
          .slice(1)
          .map((fields) => fields[1]),
      ).toEqual(names)
    }
    await leave()
  })

  it.each([phone('nl'), phone('en', 'dark'), desk('nl', 'dark'), desk('en')])(
    'can be asked for by anybody, $locale, $theme, $width pixels wide',
    async (look) => {
      const { page, troubles, picture, leave } = await visit(browser, app.url, look, { signedInAs: owner.client })
      await page.goto(list('?step=confirmed'))
      await page.getByRole('button', { name: look.locale === 'nl' ? 'Exporteren' : 'Export' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: look.locale === 'nl' ? 'Maak het bestand' : 'Make the file' }).click()
      await dialog.getByRole('link').first().waitFor()
      await picture('export')
      expect(await examine(page)).toEqual([])
      expect(troubles).toEqual([])
      await leave()
    },
  )
})
