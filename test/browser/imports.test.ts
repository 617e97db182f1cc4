import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { apply, confirmTokenFor } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { readCsv } from '../support/read-sheet.js'
import { examine } from './support/examine.js'
import { desk, phone, visit } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const question = (type: string, label: string, more: object = {}) => ({
  type,
  label,
  help: null,
  required: false,
  options: [],
  maxLength: 100,
  settings: {},
  showIf: null,
  ...more,
})

/** An event that asks for a town, a way to travel and a birthday, open now, for which somebody has applied. */
async function somebodyCame(): Promise<PublishedEvent> {
  const questions = [
    question('short', 'Uit welke plaats kom je?', { required: true }),
    question('choice', 'Hoe reis je?', { options: ['Trein', 'Fiets'] }),
    question('date', 'Wanneer ben je jarig?', { settings: { birthday: true } }),
  ]
  const event = await openEvent(app, owner, 3, { title: 'Night of the Comet', questions })
  const [town = ''] = event.questionIds
  const { status } = await apply(app.client(), owner, event, {
    email: 'noor@place.example',
    name: 'Noor Brink',
    answers: { [town]: 'Delft' },
  })
  expect(status).toBe(201)
  return event
}

const header = 'Tijdstempel;Volledige naam;E-mailadres;Uit welke plaats kom je?;Vervoer;Geboren'
const line = (name: string, email: string, town = 'Leiden', travel = 'fiets', born = '01-04-1990') =>
  ['2027-04-30 20:11', name, email, town, travel, born].join(';')

/** Three who are right, one who was there already, one without a town and one who comes by rocket. */
const people = (domain: string): string[] => [
  line('Anna de Wit', `anna@${domain}`),
  line('"Bo ""de Beer"" Jansen"', `bo@${domain}`, '"’s-Hertogenbosch; Zuid"', 'Trein'),
  line('Noor Brink', 'Noor@Place.example'),
  line('Cas Oost', `cas@${domain}`, ''),
  line('Dee van Rossum-Oude Hengel', 'dee at home', 'Leiden', 'Raket', '31-02-1990'),
  line('Zoë Çelik', `zoe@${domain}`),
]

const fileOf = (lines: readonly string[], name = 'aanmeldingen-voorjaar.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...lines].join('\r\n')),
})

const pathOf = ({ id }: PublishedEvent, rest = 'imports') => `/console/${owner.slug}/events/${id}/${rest}`

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

/** Waits for a page that a link led to; it takes the focus, for the keyboard to go on from its top. */
async function arrived(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.waitForFunction(`document.activeElement.id === 'main'`)
}

/** Who has applied, with where they come from and how they travel. */
async function applicants({ id, questionIds: [town, travel, born] }: PublishedEvent): Promise<string[]> {
  const rows = await app.database.query<{ line: string }>(
    `select concat_ws(', ', name, email, answers ->> $2, answers ->> $3, answers ->> $4) as line
     from applications where event_id = $1 order by email collate "C"`,
    [id, town, travel, born],
  )
  return rows.map((row) => row.line)
}

/** Brings a file and explains the columns whose names say nothing, up to the look at every row. */
async function bring(page: Page, lines: readonly string[], check: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(fileOf(lines))
  await page.getByLabel('Hoe reis je?').selectOption('Vervoer')
  await page.getByLabel('Wanneer ben je jarig?').selectOption('Geboren')
  await page.getByRole('button', { name: check }).click()
}

describe('applications from another form', () => {
  it('are brought in from a file with the keyboard alone: columns, a look at every row, and then the people', async () => {
    const event = await somebodyCame()
    const { page, troubles, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(event, 'applications'))
    await page.getByRole('link', { name: 'Import' }).focus()
    await page.keyboard.press('Enter')
    await arrived(page, 'Bring in applications')
    const [asked] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).press('Enter'),
    ])
    await asked.setFiles(fileOf(people('keys.example')))

    await arrived(page, 'aanmeldingen-voorjaar.csv')
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('1')
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('2')
    expect(await page.getByLabel('Uit welke plaats kom je?').inputValue()).toBe('3')
    await page.getByText('Leiden · ’s-Hertogenbosch; Zuid · Leiden').waitFor()
    await page.getByLabel('Hoe reis je?').focus()
    await page.keyboard.type('Verv')
    await page.getByText('fiets · Trein · fiets').waitFor()
    await page.getByLabel('Wanneer ben je jarig?').focus()
    await page.keyboard.type('Geb')
    await page.getByRole('button', { name: 'Look at every row' }).focus()
    await page.keyboard.press('Enter')

    await page.getByText('people are taken in, and each gets a mail').waitFor()
    expect(await focused(page)).toContain('What would happen')
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: /has applied already|rows cannot/ })
        .allTextContents(),
    ).toEqual(['1 has applied already and stays as she is', '2 rows cannot be taken in'])
    const errors = page.getByRole('table', { name: 'What is wrong with which row' }).getByRole('row')
    expect(await errors.allInnerTexts()).toEqual([
      'Line\tWhat stands there\tWhat is wrong',
      expect.stringMatching(/^5\s+Uit welke plaats kom je\?\s+nothing\tThe form asks this of everybody/),
      expect.stringMatching(/^6\s+E-mailadres\s+dee at home\tThis does not look like a mail address/),
      expect.stringMatching(/^6\s+Vervoer\s+Raket\tThis is not one of the options of the form/),
      expect.stringMatching(/^6\s+Geboren\s+31-02-1990\tThis is no day of the calendar/),
    ])
    expect(await applicants(event)).toHaveLength(1)

    const take = page.getByRole('button', { name: 'Take 3 people in' })
    expect(await take.isDisabled()).toBe(true)
    await page.getByLabel('These people know that we take them over').focus()
    await page.keyboard.press('Space')
    await take.focus()
    await page.keyboard.press('Enter')
    await page.getByText('3 people are in, and each has a mail to confirm. 1 had applied already. 2 rows were left out.').waitFor()
    expect(await focused(page)).toContain('3 people are in')
    await page
      .getByRole('navigation', { name: 'Event' })
      .first()
      .getByRole('link', { name: /^Applications ?4$/ })
      .waitFor()
    await page.getByRole('link', { name: 'See the applications' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Zoë Çelik', exact: true }).waitFor()
    await page.getByText('0 of 4 confirmed').waitFor()

    expect(await applicants(event)).toEqual([
      'Anna de Wit, anna@keys.example, Leiden, Fiets, 1990-04-01',
      'Bo "de Beer" Jansen, bo@keys.example, ’s-Hertogenbosch; Zuid, Trein, 1990-04-01',
      'Noor Brink, noor@place.example, Delft',
      'Zoë Çelik, zoe@keys.example, Leiden, Fiets, 1990-04-01',
    ])
    expect(await confirmTokenFor(app, 'zoe@keys.example')).not.toBe('')
    expect(troubles).toEqual([])
    await leave()
  })

  it('are looked at again before anybody comes in by columns that nobody has looked at', async () => {
    const event = await somebodyCame()
    const { page, leave } = await visit(browser, app.url, phone('nl'), { signedInAs: owner.client })
    await page.goto(pathOf(event))
    await bring(page, people('again.example'), 'Bekijk elke rij')
    await page.getByLabel('Deze mensen weten dat we ze overnemen').check()
    const take = page.getByRole('button', { name: 'Voeg 3 mensen toe' })
    expect(await take.isEnabled()).toBe(true)
    await page.getByLabel('Neem ook rijen mee waarin verplichte antwoorden ontbreken').check()
    await page.getByText('De kolommen zijn veranderd. Bekijk de rijen eerst opnieuw.').waitFor()
    expect(await take.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Bekijk opnieuw met deze kolommen' }).click()
    await page.getByRole('button', { name: 'Voeg 4 mensen toe' }).waitFor()
    await page.getByLabel('Deze mensen weten dat we ze overnemen').check()
    await page.getByRole('button', { name: 'Voeg 4 mensen toe' }).click()
    await page.getByText('4 mensen zijn erbij').waitFor()
    expect(await applicants(event)).toContain('Cas Oost, cas@again.example, Fiets, 1990-04-01')
    await leave()
  })

  it('say what is wrong with the file itself, and with its rows in a file to mend it with', async () => {
    const event = await somebodyCame()
    const { page, leave } = await visit(browser, app.url, desk('nl'), { signedInAs: owner.client })
    await page.goto(pathOf(event))
    const archive = Buffer.from(zipSync({ 'mensen.csv': new Uint8Array(1000) }))
    await page.locator('input[type=file]').setInputFiles({ ...fileOf([]), buffer: archive })
    await page.getByRole('alert').getByText('Dit is een werkmap of archief').waitFor()

    const wrong = Array.from({ length: 23 }, (_, index) => line(`=Fan ${index}`, `fan ${index}`))
    await bring(page, wrong, 'Bekijk elke rij')
    await page.getByText('En nog 3.').waitFor()
    expect(await page.getByRole('button', { name: /^Voeg/ }).count()).toBe(0)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bewaar alles als csv' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toBe('aanmeldingen-voorjaar-fouten.csv')
    const rows = readCsv(readFileSync(await download.path()))
    expect(rows).toHaveLength(24)
    expect(rows.slice(0, 2)).toEqual([
      ['Regel', 'Kolom', 'Wat er staat', 'Wat er niet klopt'],
      ['2', 'E-mailadres', 'fan 0', expect.stringContaining('Dit lijkt geen mailadres')],
    ])

    await page.getByRole('link', { name: 'Alle bestanden' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Bekeken, nog niemand toegevoegd.' }).getByRole('link').click()
    await page.getByRole('button', { name: 'Wis het bestand' }).click()
    await page.getByRole('button', { name: 'Kies een bestand' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'aanmeldingen-voorjaar' }).waitFor({ state: 'detached' })
    await leave()
  })

  it('come too late once the form is closed, and the page says so', async () => {
    const event = await somebodyCame()
    await app.moveTo(event.closesAt)
    const { page, troubles, leave } = await visit(browser, app.url, phone('en'), { signedInAs: owner.client })
    await page.goto(pathOf(event))
    await page.getByText('Applications can be brought in while the form is open.').waitFor()
    expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0)
    expect(troubles).toEqual([])
    await leave()
  })

  it.each([phone('nl'), phone('en', 'dark'), desk('nl', 'dark'), desk('en')])(
    'can be brought in by anybody, $locale, $theme, $width pixels wide',
    async (look) => {
      const event = await somebodyCame()
      const { page, troubles, picture, leave } = await visit(browser, app.url, look, { signedInAs: owner.client })
      const seen = async (name: string) => {
        await picture(name)
        expect(await examine(page)).toEqual([])
      }
      const [check, know, take, all] = look.locale === 'nl' ? dutch : english
      await page.goto(pathOf(event))
      await page.getByRole('button', { name: /file|bestand/ }).waitFor()
      await page.locator('input[type=file]').setInputFiles(fileOf(people(`${look.locale}${look.width}.example`)))
      await page.getByRole('button', { name: check }).waitFor()
      await seen('import-columns')
      await page.getByRole('button', { name: check }).click()
      await page.getByRole('table').waitFor()
      await seen('import-checked')
      await page.getByLabel(know).check()
      await page.getByRole('button', { name: take }).click()
      await page.getByText(look.locale === 'nl' ? '3 mensen zijn erbij' : '3 people are in').waitFor()
      await seen('import-done')
      await page.getByRole('link', { name: all }).click()
      await page.getByRole('listitem').filter({ hasText: 'aanmeldingen-voorjaar' }).waitFor()
      await seen('imports')
      expect(troubles).toEqual([])
      await leave()
    },
  )
})

const dutch = ['Bekijk elke rij', 'Deze mensen weten dat we ze overnemen', 'Voeg 3 mensen toe', 'Alle bestanden'] as const
const english = ['Look at every row', 'These people know that we take them over', 'Take 3 people in', 'All files'] as const
