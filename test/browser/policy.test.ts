import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at, numberAt } from '../support/http-client.js'
import { inaccessible } from './support/examine.js'
import { stands } from './support/stands.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-04-19T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await publishEvent(owner, { capacity: 100, now: await app.now() })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const editor = () => `/console/${owner.slug}/events/${event.id}/edit/policy`
const group = (page: Page, number: number) => page.getByRole('group', { name: `Group ${number}` })
const words = (page: Page, part: string) => page.getByRole('region', { name: part }).getByRole('region', { name: 'What the public reads' })

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
}

async function openEditor(look = desk('en')): Promise<Visitor> {
  const visitor = await visit(browser, app.url, look, { signedInAs: owner.client })
  await visitor.page.goto(editor())
  await stands(visitor.page)
  return visitor
}

describe('an organizer who declares how seats are given', () => {
  it('reserves seats, gives lots, lets people come together, and finds all of it again', async () => {
    const visitor = await openEditor()
    const { page } = visitor
    await page.getByRole('button', { name: 'Reserve seats for a group' }).click()
    await group(page, 1).getByLabel('Seats', { exact: true }).fill('20')
    await group(page, 1).getByRole('checkbox', { name: 'Bike' }).check()
    await group(page, 1).getByLabel('Name in the rules, Dutch').fill('mensen die komen fietsen')
    await group(page, 1).getByLabel('Name in the rules, English').fill('people who cycle here')
    await page.getByRole('radio', { name: /Whoever lost before has more/ }).check()
    await page.getByText('one ticket can have: 26').waitFor()
    await page.getByRole('radio', { name: /^Alone or together/ }).check()
    await page.getByLabel('At most so many together').selectOption({ label: '4 people' })

    await words(page, 'The seats').getByText('people who cycle here').first().waitFor()
    await words(page, 'The seats').getByRole('button', { name: 'In het Nederlands' }).click()
    await words(page, 'The seats').getByText('mensen die komen fietsen').first().waitFor()
    await words(page, 'Lots per ticket')
      .getByText(/\b26\b/)
      .first()
      .waitFor()

    await save(page)
    await visitor.picture('policy')
    await page.reload()
    await stands(page)
    await expectValue(group(page, 1).getByLabel('Seats', { exact: true }), '20')
    await expectValue(group(page, 1).getByLabel('Name in the rules, English'), 'people who cycle here')
    expect(await group(page, 1).getByRole('checkbox', { name: 'Bike' }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: /Whoever lost before has more/ }).isChecked()).toBe(true)
    await expectValue(page.getByLabel('At most so many together'), '4')
    await page.getByRole('img', { name: '20 people who cycle here, 80 for everybody' }).waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('sees what the rules do to whom she expects, and is warned where they decide nothing', async () => {
    const visitor = await openEditor()
    const { page } = visitor
    const rehearsal = page.getByRole('region', { name: 'What it does' })
    await rehearsal.getByLabel('How many people will apply?').fill('1000')
    await rehearsal.getByLabel('people who cycle here').fill('5')
    await rehearsal.getByText(/The 3\d people they are for get \d+ seats in all|The 4\d people they are for get \d+ seats in all/).waitFor()
    await rehearsal.getByRole('button', { name: 'The same as a table' }).click()
    const lines = rehearsal.getByRole('table').getByRole('row')
    const chanceOf = async (who: string) =>
      Number((await lines.filter({ hasText: who }).getByRole('cell').nth(2).innerText()).replace(' %', ''))
    expect(await chanceOf('people who cycle here')).toBeGreaterThan(3 * (await chanceOf('everybody else')))
    await visitor.picture('policy-simulation')

    await rehearsal.getByLabel('people who lost once before').fill('70')
    await rehearsal.getByLabel('people who lost twice before').fill('40')
    await rehearsal.getByText('Together these would be more than a hundred of a hundred').waitFor()
    await rehearsal.getByLabel('people who lost twice before').fill('20')
    await rehearsal.getByLabel('How many people will apply?').fill('90')
    await rehearsal.getByText('so everybody gets one and the rules decide nothing').waitFor()
    await rehearsal.getByRole('listitem').filter({ hasText: 'Lots per ticket' }).getByText('extra lots mean nothing').waitFor()
    await rehearsal.getByLabel('How many people will apply?').press('Enter')
    expect(await page.getByRole('button', { name: 'Undo changes' }).count()).toBe(0)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('moves a reserve behind the seats for everybody, and hears what that makes of it', async () => {
    const visitor = await openEditor()
    const { page } = visitor
    await group(page, 1).getByText('so they get at least these').waitFor()
    await page.getByRole('button', { name: 'Move group 1 down' }).press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: 'Now group 2 of 2. Filled after the seats for everybody, so these come on top' })
      .waitFor()
    await group(page, 2).getByText('so these come on top').waitFor()
    expect(await page.evaluate('document.activeElement.title')).toBe('Move group 2 up')
    await page.getByRole('button', { name: 'Undo changes' }).click()
    await group(page, 1).getByText('so they get at least these').waitFor()
    await visitor.leave()
  })

  it('is refused more reserved seats than there are, at their field, and told what to change', async () => {
    const visitor = await openEditor()
    const { page } = visitor
    await group(page, 1).getByLabel('Seats', { exact: true }).fill('120')
    await page.getByText('20 seats too many are promised').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('120 seats have been promised and the event has 100. Promise at least 20 fewer').waitFor()
    await expectValue(page.locator('input:focus'), '120')
    await page.getByRole('button', { name: 'Undo changes' }).click()
    await expectValue(group(page, 1).getByLabel('Seats', { exact: true }), '20')
    expect(visitor.troubles.filter((trouble) => !trouble.startsWith('422 of PATCH'))).toEqual([])
    await visitor.leave()
  })

  it('cannot take away a question that seats depend on, and is told why', async () => {
    const visitor = await openEditor()
    const { page } = visitor
    await page.goto(editor().replace('policy', 'questions'))
    await stands(page)
    await page.getByRole('button', { name: 'More for question 3' }).click()
    await page.getByRole('menuitem', { name: 'Take away' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The application form no longer has this question. Choose another, or put the question back.').waitFor()
    await page.locator('[data-invalid]:focus').waitFor({ state: 'attached' })
    expect(visitor.troubles.filter((trouble) => !trouble.startsWith('422 of PATCH'))).toEqual([])
    await visitor.leave()
  })

  it.each([desk('en', 'dark'), phone('nl', 'light')])('can do so with any aid, $locale $theme $width', async (look) => {
    const visitor = await openEditor(look)
    const { page } = visitor
    const nl = look.locale === 'nl'
    await page.getByRole('button', { name: nl ? 'Houd plekken vrij voor een groep' : 'Reserve seats for a group' }).click()
    await page.getByRole('radio', { name: nl ? /Mijn eigen mengsel/ : /A mix of my own/ }).check()
    await page.getByRole('button', { name: nl ? 'Voeg extra loten voor een antwoord toe' : 'Add extra lots for an answer' }).click()
    await page.getByRole('radio', { name: nl ? /Geheimen van mensen/ : /Secrets of people/ }).check()
    await visitor.picture('policy-full')
    expect(await inaccessible(page)).toEqual([])
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

describe('a change after applications opened', () => {
  it('says beforehand that it will be published, and is, with its time and role', async () => {
    await app.moveTo(new Date(event.opensAt.getTime() + 60_000))
    const visitor = await openEditor()
    const { page } = visitor
    await group(page, 1).getByLabel('Seats', { exact: true }).fill('30')
    const notice = page.getByRole('status').filter({ hasText: 'This change will be published' })
    await notice.getByText('Owner').waitFor()
    expect(await notice.locator('del').first().innerText()).toMatch(/\b20\b/)
    expect(await notice.locator('ins').first().innerText()).toMatch(/\b30\b/)
    await save(page)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()

    const fan = await visit(browser, app.url, phone('nl', 'dark'))
    await fan.page.goto(`/${owner.slug}/${event.slug}`)
    const changes = fan.page.getByRole('listitem').filter({ hasText: 'door een eigenaar van de organisatie' })
    await changes.getByText('maandag 19 april 2027, 12.01').waitFor()
    expect(await changes.locator('del').first().innerText()).toMatch(/\b20\b/)
    expect(await changes.locator('ins').first().innerText()).toMatch(/\b30\b/)
    await fan.page.getByText('30 plekken voor mensen die komen fietsen.').waitFor()
    await fan.page.getByText('Alle regels').click()
    await fan.page.getByRole('heading', { name: 'Waar het lot vandaan komt' }).waitFor()
    await fan.picture('event-rules')
    expect(await inaccessible(fan.page)).toEqual([])
    expect(fan.troubles).toEqual([])
    await fan.leave()
  })

  it('can no longer be made once applications have closed', async () => {
    await app.moveTo(new Date(event.closesAt.getTime() + 60_000))
    const visitor = await openEditor()
    await visitor.page.getByText('Locked since applications closed').waitFor()
    expect(await group(visitor.page, 1).getByLabel('Seats', { exact: true }).isDisabled()).toBe(true)
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}`)
    const refused = await owner.client.patch(
      `/api/organizations/${owner.slug}/events/${event.id}`,
      { policy: { ...(at(body, 'policy') as object), picked: { seats: 3 } } },
      { headers: { 'if-match': `"${numberAt(body, 'version')}"` } },
    )
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

async function expectValue(field: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  expect(await field.inputValue()).toBe(value)
}
