import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { apply } from '../factories/application.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at, listAt, textAt } from '../support/http-client.js'
import { addQuestion, boxOf, drag, fillSettings, grip, kinds, labels, question } from './support/built-form.js'
import { examine, inaccessible } from './support/examine.js'
import { stands } from './support/stands.js'
import { desk, type Look, phone, visit, type Visitor } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent

beforeAll(async () => {
  app = await startTestApp({ clock: '2027-04-19T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await publishEvent(owner, { now: await app.now(), changes: { questions: [] } })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const editor = (id = event.id, part = 'questions') => `/console/${owner.slug}/events/${id}/edit/${part}`

async function open(look: Look, path = editor()): Promise<Visitor> {
  const visitor = await visit(browser, app.url, look, { signedInAs: owner.client })
  await visitor.page.goto(path)
  await stands(visitor.page)
  return visitor
}

const order = (page: Page) => page.locator('[data-question] [aria-expanded] > span > span:first-child').allInnerTexts()
const screen = (page: Page) => page.getByRole('group', { name: /^(The form on a phone|Het formulier op een telefoon)$/ })
const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await says(page, 'Saved')
}

describe('an organizer who builds a form', () => {
  it('asks every kind of question by keys alone, and finds all of it again', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    for (const [index, [kind, label]] of kinds.entries()) {
      await addQuestion(page, kind, label)
      await fillSettings(page, kind, index + 1)
    }
    expect(await order(page)).toEqual(labels)
    await page.getByRole('button', { name: 'Save', exact: true }).focus()
    await page.keyboard.press('Enter')
    await says(page, 'Saved')
    await visitor.picture('form-builder')

    await page.reload()
    await stands(page)
    expect(await order(page)).toEqual(labels)
    await page.getByRole('button', { name: /^What would you like to do\?/ }).press('Enter')
    await expectValue(question(page, 5).getByLabel(/^At most/), '1')
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}`)
    const travel = textAt(body, 'questions.2.id')
    expect(listAt(body, 'questions')).toMatchObject([
      { type: 'heading' },
      { type: 'short', maxLength: 60, required: true },
      { type: 'choice', options: ['Train', 'Bike'] },
      { type: 'long', showIf: { questionId: travel, is: ['Bike'] } },
      { type: 'choices', options: ['Look', 'Draw'], settings: { mostChoices: 1 } },
      { type: 'number', settings: { least: 0, most: 90, decimals: 1 } },
      { type: 'date', settings: { birthday: true, latest: '2010-01-01' } },
      { type: 'country' },
      { type: 'heading' },
      { type: 'link' },
      { type: 'handle', settings: { network: 'bluesky' } },
      { type: 'file', settings: { kinds: ['image'], maxMegabytes: 2 } },
      { type: 'consent', settings: { documentTitle: 'House rules', documentUrl: 'https://duinlicht.example/rules' } },
    ])
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('moves a question by keys, hears where it is, and can put it back', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    await grip(page, 'Which country\\?').focus()
    await page.keyboard.press('Space')
    await says(page, 'Which country? is lifted, place 8 of 13')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await says(page, 'Place 6 of 13')
    await page.keyboard.press('Escape')
    await says(page, 'Which country? is back, question 8 of 13')
    expect(await order(page)).toEqual(labels)

    await page.keyboard.press('Space')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await says(page, 'Which country? is now question 2 of 13')
    expect((await order(page)).slice(0, 3)).toEqual(['Who you are', 'Which country?', 'Where do you live?'])
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Move question 2: Which country?')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('drags a question with a mouse, is told when it would never be shown, and takes the way out that is offered', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    await drag(page, grip(page, 'Which route would you ride\\?'), -1)
    expect((await order(page)).slice(2, 4)).toEqual(['Which route would you ride?', 'How would you travel?'])
    await page.getByText('Nobody would see this: it is only shown after an answer to How would you travel?, which is question 4').waitFor()
    await says(page, 'It now stands above the question it depends on')
    await visitor.picture('form-builder-condition')
    // At its end, where the bar that saves covers nothing.
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    expect(await inaccessible(page)).toEqual([])
    await page.getByRole('button', { name: 'Move it below' }).click()
    expect(await order(page)).toEqual(labels)
    await page.getByText('Nobody would see this').waitFor({ state: 'detached' })
    await visitor.leave()
  })

  it('drags a question with a finger', async () => {
    const visitor = await open(phone('en'))
    const { page, context } = visitor
    const from = grip(page, 'Which country\\?')
    await from.scrollIntoViewIfNeeded()
    const { x, y, height } = await boxOf(from)
    const hand = await context.newCDPSession(page)
    const at = (moved: number) => ({ touchPoints: [{ x: x + 10, y: y + height / 2 + moved }] })
    await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(0) })
    for (let moved = 0; moved <= height; moved += height / 8)
      await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(-moved) })
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await says(page, 'Which country? is now question 7 of 13')
    await visitor.leave()
  })

  it('sees at once what a fan would see', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    await screen(page).getByRole('heading', { name: 'Who you are' }).waitFor()
    expect(await screen(page).getByText('Which route would you ride?', { exact: true }).count()).toBe(0)
    await screen(page).getByLabel('How would you travel?').selectOption('Bike')
    await screen(page).getByText('Which route would you ride?', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.locator('[aria-invalid="true"]:focus').waitFor()
    await screen(page).getByLabel('Where do you live?').fill('Noordwijk')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await screen(page).getByRole('heading', { name: 'What you make' }).waitFor()
    await page.getByRole('button', { name: /^What you make/ }).click()
    await question(page, 9).getByLabel('Heading', { exact: true }).fill('What you draw')
    await screen(page).getByRole('heading', { name: 'What you draw' }).waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('copies a question, takes it away, and has it back', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    const menu = async (item: string) => {
      await page.getByRole('button', { name: 'More for question 3' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await menu('Duplicate')
    await says(page, 'The copy is question 4')
    expect((await order(page)).slice(2, 4)).toEqual(['How would you travel?', 'How would you travel?'])
    await menu('Take away')
    await page.getByText('the question whose answer it waits for is gone').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('the question whose answer it waits for is gone').waitFor({ state: 'detached' })
    expect(await order(page)).toHaveLength(14)
    await visitor.leave()
  })

  it('is told at the field what cannot be, as soon as it stands there', async () => {
    const visitor = await open(desk('en'))
    const { page } = visitor
    await page.getByRole('button', { name: /^How old is your telescope\?/ }).click()
    await question(page, 6)
      .getByLabel(/^At least/)
      .fill('100')
    await question(page, 6)
      .getByText(/100.*90/)
      .waitFor()
    await question(page, 6)
      .getByLabel(/^At least/)
      .fill('ten')
    await question(page, 6).getByText('Write a whole number, such as 12, or leave it empty.').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectValue(page.locator('input:focus'), 'ten')
    await page.getByRole('button', { name: 'Undo changes' }).click()
    await expectValue(question(page, 6).getByLabel(/^At least/), '0')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('takes questions over from another event, conditions and all', async () => {
    const other = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Storm at the lighthouse' })
    const visitor = await open(desk('en'), editor(textAt(other.body, 'id')))
    const { page } = visitor
    await page.getByRole('button', { name: 'Take over from another event' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('From which event').selectOption({ label: 'Night of the Comet' })
    await dialog.getByRole('checkbox', { name: /^How would you travel\?/ }).check()
    await dialog.getByRole('checkbox', { name: /^Which route would you ride\?/ }).check()
    expect(await dialog.getByText(/These questions are in/).count()).toBe(0)
    await visitor.picture('form-builder-reuse')
    expect(await inaccessible(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Add 2 questions' }).click()
    await page.getByText('Only after “How would you travel?”: Bike').waitFor()
    await save(page)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it.each([phone('nl'), desk('en')])('is told when the other event speaks another language, $locale', async (look) => {
    const path = `/api/organizations/${owner.slug}/events`
    const draft = async (title: string, changes: object) => {
      const { body } = await owner.client.post(path, { title })
      const id = textAt(body, 'id')
      await owner.client.patch(`${path}/${id}`, changes, { headers: { 'if-match': `"${String(at(body, 'version'))}"` } })
      return id
    }
    await draft('Perseids', { locale: 'en', questions: [{ type: 'short', label: 'Where will you lie down?' }] })
    const visitor = await open(look, editor(await draft('Storm bij de vuurtoren', { locale: 'nl' })))
    const { page } = visitor
    const nl = look.locale === 'nl'
    await page.getByRole('button', { name: nl ? 'Neem over van een ander evenement' : 'Take over from another event' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(nl ? 'Van welk evenement' : 'From which event').selectOption({ label: 'Perseids' })
    await dialog.getByText(nl ? /^Deze vragen zijn in het Engels/ : /^These questions are in English/).waitFor()
    await visitor.picture('form-builder-reuse-language')
    expect(await inaccessible(page)).toEqual([])
    await visitor.leave()
  })

  it.each([phone('nl', 'dark'), desk('nl'), phone('en'), desk('en', 'dark')])(
    'can do so with any aid, $locale $theme $width',
    async (look) => {
      const visitor = await open(look)
      const { page } = visitor
      const nl = look.locale === 'nl'
      await page.getByRole('button', { name: /^How would you travel\?/ }).click()
      await page.getByRole('button', { name: /^Which route would you ride\?/ }).click()
      await visitor.picture('form-builder-open')
      expect(await examine(page)).toEqual([])
      await page.getByRole('button', { name: nl ? 'Voeg een vraag toe' : 'Add a question' }).click()
      // In the language of the event, whatever the organizer reads.
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Why would you like to come\?|Waarom wil je erbij zijn\?)/ })
        .waitFor()
      await visitor.picture('form-builder-kinds')
      expect(await inaccessible(page)).toEqual([])
      await page.keyboard.press('Escape')
      if (look.width === 390) await page.getByRole('button', { name: nl ? 'Zoals een fan het ziet' : 'As a fan sees it' }).click()
      await screen(page).waitFor()
      await visitor.picture('form-builder-preview')
      expect(await examine(page)).toEqual([])
      expect(visitor.troubles).toEqual([])
      await visitor.leave()
    },
  )
})

describe('a form that people have answered', () => {
  it('says what a change does to their answers before it is saved, and leaves everything when it is not agreed to', async () => {
    const answered = await publishEvent(owner, { title: 'Open dome', now: await app.now() })
    await app.moveTo(new Date(answered.opensAt.getTime() + 60_000))
    expect((await apply(app.client(), owner, answered)).status).toBe(201)
    const options = async () =>
      listAt((await owner.client.get(`/api/organizations/${owner.slug}/events/${answered.id}`)).body, 'questions.2.options')

    const visitor = await open(desk('en'), editor(answered.id))
    const { page } = visitor
    await page.getByText('People are answering these questions').waitFor()
    await page.getByRole('button', { name: /^How would you travel\?/ }).click()
    await question(page, 3).getByRole('textbox', { name: 'Answer 2' }).fill('On foot')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'People have answered already' })
    await dialog.getByText('1 chose “Bike” for “How would you travel?”').waitFor()
    await visitor.picture('form-builder-effects')
    expect(await inaccessible(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Go on editing' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await options()).toEqual(['Train', 'Bike'])

    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByRole('button', { name: 'Save all the same' }).click()
    await says(page, 'Saved')
    expect(await options()).toEqual(['Train', 'On foot'])
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

describe('the survey of an event', () => {
  it('is built with the same hands, and can ask for one to five', async () => {
    const visitor = await open(desk('en'), editor(event.id, 'survey'))
    const { page } = visitor
    const before = (await order(page)).length
    await addQuestion(page, 'One to five', 'How was the soup?')
    await screen(page)
      .getByRole('group', { name: /^How was the soup\?/ })
      .getByRole('radio', { name: '5' })
      .waitFor()
    await visitor.picture('form-builder-survey')
    expect(await examine(page)).toEqual([])
    await save(page)
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}`)
    expect(listAt(body, 'surveyQuestions')[before]).toMatchObject({ type: 'rating', label: 'How was the soup?' })
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

describe('a fan at the form that was built', () => {
  it('is led through its steps, and asked what depends on her answer', async () => {
    await app.moveTo(new Date(event.opensAt.getTime() + 120_000))
    const visitor = await visit(browser, app.url, phone('en'))
    const { page } = visitor
    const next = () => page.getByRole('button', { name: /^(Next|Last step)$/ }).click()
    const step = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
    await page.goto(`/${owner.slug}/${event.slug}/apply`)
    await page.getByLabel('Your name').fill('Sanne Vermeer')
    await page.getByLabel('Your e-mail address').fill('sanne@example.org')
    await next()
    await step('Who you are')
    await page.getByLabel('Where do you live?').fill('Noordwijk')
    expect(await page.getByLabel('Which route would you ride?').count()).toBe(0)
    await page.getByLabel('How would you travel?').selectOption('Bike')
    await page.getByLabel('Which route would you ride?').fill('Along the sea')
    await page.getByRole('checkbox', { name: 'Look' }).check()
    await visitor.picture('built-form')
    expect(await examine(page)).toEqual([])
    await next()
    await step('What you make')
    await page.getByText('I keep to the house rules').first().waitFor()
    expect(await page.getByRole('link', { name: 'House rules' }).getAttribute('href')).toBe('https://duinlicht.example/rules')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

async function expectValue(control: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  await control.waitFor()
  expect(await control.inputValue()).toBe(value)
}
