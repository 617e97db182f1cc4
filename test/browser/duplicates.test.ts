import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type AlikeEvent, alikeEvent, setsIn } from '../factories/alike.js'
import { type SignedUp, signUp, unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { textAt } from '../support/http-client.js'
import { examine } from './support/examine.js'
import { desk, phone, visit } from './support/visitor.js'

const born = '1990-04-01'

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

/** Sanne twice, one of them confirmed, and three who share an account. */
async function people(): Promise<AlikeEvent> {
  const alike = await alikeEvent(app, owner, { title: 'Night of the Comet' })
  await alike.came({ email: `${unique('sanne')}@example.org`, born, city: 'Leiden', confirmed: true })
  await alike.came({ email: 'sanne.vermeer@work.example', born, city: 'Gent', instagram: '@sanne' })
  for (const name of ['Joost Bakker', 'Noor Brink', 'Ineke Brouwer'])
    await alike.came({ email: `${name[0]}@place.example`, name, handle: '@club@mastodon.social', born: '1988-02-03' })
  return alike
}

const pathOf = ({ event }: AlikeEvent, rest = '') => `/console/${owner.slug}/events/${event.id}/applications${rest}`
const open = async ({ base }: AlikeEvent) => setsIn(await owner.client.get(`${base}/duplicates`)).map(({ length }) => length)
const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

describe('applications that may be one person’s', () => {
  it('are found from the list, compared and merged with the keyboard alone, and the merge is taken back', async () => {
    const alike = await people()
    const { page, troubles, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(alike))
    await page.getByRole('link', { name: 'Duplicates (2)' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Sanne Vermeer, Sanne Vermeer' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('A and B gave the same name and the same birthday.').waitFor()
    await page.getByRole('button', { name: 'Merge…' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Where do you come from?' }).getByLabel('B: Gent').focus()
    await page.keyboard.press('Space')
    expect(await examine(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Merged into one application').waitFor()
    expect(await open(alike)).toEqual([3])
    await page.getByRole('tab', { name: 'Decided' }).click()
    await page.getByText('1 application merged into another').waitFor()
    await page.getByRole('list', { name: 'Decided' }).getByRole('button', { name: 'Take back' }).focus()
    expect(await focused(page)).toBe('Take back')
    await page.keyboard.press('Enter')
    await page.getByText(/Taken back by/).waitFor()
    expect(await open(alike)).toEqual([3, 2])
    expect(troubles).toEqual([])
    await leave()
  })

  it('warn when the one that would stay is not confirmed', async () => {
    const alike = await people()
    const { page, leave } = await visit(browser, app.url, phone('nl'), { signedInAs: owner.client })
    await page.goto(pathOf(alike, '/duplicates'))
    await page.getByRole('link', { name: 'Sanne Vermeer, Sanne Vermeer' }).click()
    await page.getByRole('button', { name: 'Samenvoegen…' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel(/^A: Sanne/).isChecked()).toBe(true)
    await dialog.getByLabel(/^B: Sanne/).check()
    await dialog.getByText(/Het adres van deze aanmelding is niet bevestigd/).waitFor()
    await leave()
  })

  it('are set aside or kept apart, each with a reason', async () => {
    const alike = await people()
    const { page, troubles, leave } = await visit(browser, app.url, phone('nl', 'dark'), { signedInAs: owner.client })
    await page.goto(pathOf(alike, '/duplicates'))
    await page.getByRole('link', { name: /Joost Bakker/ }).click()
    await page.getByRole('button', { name: 'Opzijleggen…' }).click()
    await page.getByRole('button', { name: 'Opzijleggen', exact: true }).click()
    await page.getByText('Kies minstens één aanmelding.').waitFor()
    await page
      .getByRole('dialog')
      .getByLabel(/^C: Ineke Brouwer/)
      .check()
    await page.getByRole('button', { name: 'Opzijleggen', exact: true }).click()
    await page.getByText('1 aanmelding opzijgelegd').first().waitFor()
    await page.getByRole('link', { name: 'Joost Bakker, Noor Brink' }).click()
    await page.getByRole('button', { name: 'Uit elkaar houden…' }).click()
    await page.getByRole('button', { name: 'Uit elkaar houden', exact: true }).click()
    await page.getByText('Schrijf in een paar woorden hoe je het weet').waitFor()
    await page.getByLabel('Hoe weet je dat?').fill('Ze zingen in hetzelfde koor.')
    await page.getByRole('button', { name: 'Uit elkaar houden', exact: true }).click()
    await page.getByText('2 mensen uit elkaar gehouden').first().waitFor()
    expect(await open(alike)).toEqual([2])
    expect(troubles).toEqual([])
    await leave()
  })

  it.each([desk('en'), phone('nl')])('can be set aside however many they are, %j', async (look) => {
    const alike = await alikeEvent(app, owner, { title: 'Night of the Comet' })
    for (let place = 1; place <= 7; place += 1)
      await alike.came({ email: `fan${place}@place.example`, name: `Noor ${place}`, handle: '@club@mastodon.social' })
    const { page, troubles, picture, leave } = await visit(browser, app.url, look, { signedInAs: owner.client })
    await page.goto(pathOf(alike, '/duplicates'))
    await page.getByRole('link', { name: /Noor 1/ }).click()
    await page.getByRole('table').waitFor()
    const nl = look.locale === 'nl'
    await page.getByRole('button', { name: nl ? 'Opzijleggen…' : 'Set aside…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: nl ? 'Kies alle 7' : 'Choose all 7' }).click()
    await dialog.getByLabel(/^B: Noor 2/).uncheck()
    await dialog.getByLabel(/^Noor 7/).uncheck()
    await picture('set-aside-many')
    expect(await examine(page)).toEqual([])
    await dialog.getByRole('button', { name: nl ? 'Opzijleggen' : 'Set aside', exact: true }).click()
    await page
      .getByText(nl ? '5 aanmeldingen opzijgelegd' : '5 applications set aside')
      .first()
      .waitFor()
    const rows = await app.database.query<{ name: string }>(
      'select name from applications where event_id = $1 and set_aside_at is null order by name',
      [alike.event.id],
    )
    expect(rows.map(({ name }) => name)).toEqual(['Noor 2', 'Noor 7'])
    expect(troubles).toEqual([])
    await leave()
  })

  it('name accounts as people write them: whole, and without a server where everybody is on one', async () => {
    const alike = await people()
    const { page, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    const shows = async (where: string, words: string) =>
      expect((await page.getByRole(where as 'row').allTextContents()).join(' ')).toContain(words)
    await page.goto(pathOf(alike, '/duplicates'))
    await page.getByRole('link', { name: /Joost Bakker/ }).click()
    await page.getByRole('table').waitFor()
    await shows('table', '@club@mastodon.social (not proven)')
    await page.goBack()
    await page.getByRole('link', { name: /Sanne Vermeer/ }).click()
    await page.getByRole('row', { name: /Your account on Instagram/ }).waitFor()
    await shows('table', '@sanne')
    expect(await page.getByText('instagram.com').count()).toBe(0)

    await page.goto(pathOf(alike, `?column=${alike.event.questionIds[2]}&column=handle`))
    await page.getByText('@sanne', { exact: true }).waitFor()
    await page.getByText('@club@mastodon.social').first().waitFor()
    expect(await page.getByText('instagram.com').count()).toBe(0)
    await page.getByRole('link', { name: 'Sanne Vermeer' }).first().click()
    await page.getByRole('definition').filter({ hasText: '@sanne Instagram' }).waitFor()
    expect(await page.getByText('instagram.com').count()).toBe(0)
    await leave()
  })

  it('can be set aside from an application’s own page for any reason, and come back from there', async () => {
    const alike = await people()
    const id = textAt((await owner.client.get(`${alike.base}/applications?sort=name`)).body, 'items.0.id')
    const { page, leave } = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    await page.goto(pathOf(alike, `/${id}/all`))
    await page.getByRole('button', { name: 'Set aside the application of Ineke Brouwer…' }).click()
    await page.getByLabel('House rules were broken').check()
    await page.getByRole('button', { name: 'Set aside', exact: true }).click()
    await page.getByRole('heading', { name: 'Set aside' }).waitFor()
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Set aside' }) })
      .getByRole('button', { name: 'Take back' })
      .click()
    await page.getByRole('heading', { name: 'Set aside' }).waitFor({ state: 'detached' })
    await leave()
  })

  it.each([phone('nl'), phone('en', 'dark'), desk('nl', 'dark'), desk('en')])(
    'can be looked at by anybody, $locale, $theme, $width',
    async (look) => {
      const alike = await people()
      const { page, troubles, picture, leave } = await visit(browser, app.url, look, { signedInAs: owner.client })
      await page.goto(pathOf(alike, '/duplicates'))
      await page.getByRole('link', { name: /Joost Bakker/ }).waitFor()
      await picture('duplicates')
      expect(await examine(page)).toEqual([])
      for (const name of [/Joost Bakker/, /Sanne Vermeer/]) {
        await page.goto(pathOf(alike, '/duplicates'))
        await page.getByRole('link', { name }).click()
        await page.getByRole('table').waitFor()
        await picture(`duplicate-set-${name.source.slice(0, 5)}`)
        expect(await examine(page)).toEqual([])
      }
      expect(troubles).toEqual([])
      await leave()
    },
  )
})
