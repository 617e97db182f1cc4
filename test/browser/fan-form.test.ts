import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openFullForm } from '../factories/full-form.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { textAt } from '../support/http-client.js'
import { crowdedWhenLarge, examine, overflowing, usualText } from './support/examine.js'
import { desk, type Look, phone, visit, type Visitor } from './support/visitor.js'
import { waitFor } from '../support/wait-for.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let visitor: Visitor
let page: Page

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht', locale: 'nl' })
  event = await openFullForm(app, owner)
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const address = (of: PublishedEvent = event) => `/${owner.slug}/${of.slug}/apply`
const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const field = (name: string | RegExp) => page.getByLabel(name)
const photo = async () => ({
  name: 'komeet boven zee.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0A6450' } })
    .jpeg()
    .toBuffer(),
})
const isFocused = (selector: string) => page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)
const kept = (prefix: string) =>
  page.evaluate<string[]>(`Object.keys(localStorage).filter((key) => key.startsWith(${JSON.stringify(prefix)}))`)
const drafts = () => kept('tweetup:draft:')

async function open(look: Look = phone('nl'), at = address()): Promise<void> {
  visitor = await visit(browser, app.url, look)
  page = visitor.page
  await page.goto(at)
}

const words = {
  nl: {
    name: 'Je naam',
    email: 'Je e-mailadres',
    next: 'Verder',
    last: 'Laatste stap',
    remove: 'Weghalen',
    send: 'Verstuur mijn aanmelding',
    you: 'Wie zou er komen?',
    stories: 'Waar vertel je je verhalen?',
    check: 'Klopt het? Verstuur het dan',
    day: 'Dag',
    month: 'Maand',
    year: 'Jaar',
    after: 'Wat er nu gebeurt',
    data: 'Wat er met je gegevens gebeurt',
    received: /^Sanne, je lot is binnen/,
    belgium: 'België',
    birthday: '3 februari 1990',
    ownPage: 'Naar mijn pagina',
    edit: 'Aanpassen',
    save: 'Bewaar de wijzigingen',
  },
  en: {
    name: 'Your name',
    email: 'Your e-mail address',
    next: 'Next',
    last: 'Last step',
    remove: 'Remove',
    send: 'Send my application',
    you: 'Who would be coming?',
    stories: 'Where do you tell your stories?',
    check: 'All well? Then send it',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    after: 'What happens next',
    data: 'What is done with your data',
    received: /^Sanne, your ticket is in/,
    belgium: 'Belgium',
    birthday: '3 February 1990',
    ownPage: 'To my page',
    edit: 'Change',
    save: 'Keep the changes',
  },
} as const

async function tellWho({ name, email, next }: (typeof words)['nl' | 'en'], who = 'sanne@example.org'): Promise<void> {
  await field(name).fill('Sanne Vermeer')
  await field(email).fill(who)
  await press(next)
}

/** Nothing is wrong with the step as it stands, a thumb hits everything in it, and whoever needs large letters can read all of it. */
async function judge(name: string): Promise<void> {
  await judgePage(name)
  const crowded = await crowdedWhenLarge(page)
  await visitor.picture(`form-${name}-large`)
  await usualText(page)
  expect(crowded).toEqual([])
}

async function judgePage(name: string): Promise<void> {
  await visitor.picture(`form-${name}`)
  expect(await examine(page)).toEqual([])
  expect(await tooSmall(page)).toEqual([])
}

describe.each([{ look: phone('nl', 'light') }, { look: phone('en', 'dark') }])(
  'the whole application on a phone, in $look.locale and $look.theme',
  ({ look }) => {
    const said = words[look.locale]
    const who = `sanne-${look.locale}@example.org`
    beforeAll(() => open(look, `/${owner.slug}/${event.slug}?utm_source=toot.example&utm_medium=post&utm_campaign=komeet`))
    afterAll(() => visitor.leave())

    it('begins with who she is, under the promise of how long it takes and until when', async () => {
      await page
        .getByRole('link', { name: /Meld je aan|Apply/ })
        .last()
        .click()
      await title(said.you)
      await page.getByRole('timer').waitFor()
      await judge('you')
      await tellWho(said, who)
      await title(said.stories)
    })

    it("goes through the organizer's headings, one at a time", async () => {
      await field('Uit welke plaats kom je?').fill('Leiden')
      await judge('stories')
      await press(said.next)
      await title('De reis')
      await page.getByText('Zo weten we hoeveel fietsenrekken er nodig zijn.').waitFor()
      await page.goBack()
      await title(said.stories)
      await page.goForward()
      await title('De reis')
    })

    it('finds a country by a part of its name', async () => {
      const country = page.getByRole('combobox', { name: 'In welk land woon je?' })
      await country.click()
      await country.pressSequentially('belgi')
      await page.getByRole('option', { name: said.belgium }).waitFor()
      expect(await examine(page)).toEqual([])
      await visitor.picture('form-country')
      await country.press('Enter')
      expect(await country.inputValue()).toBe(said.belgium)
    })

    it('asks one question more where an answer calls for it, says so, and moves nothing under the thumb', async () => {
      const car = page.getByRole('radio', { name: 'Auto' })
      const before = await car.boundingBox()
      expect(await field('Wat is je kenteken?').count()).toBe(0)
      await car.check()
      await field('Wat is je kenteken?').waitFor()
      expect(await car.boundingBox()).toEqual(before)
      await page.getByRole('status').filter({ hasText: 'Wat is je kenteken?' }).waitFor({ state: 'attached' })
      await judge('travel')
      await page.getByRole('radio', { name: 'Trein' }).check()
      await field('Wat is je kenteken?').waitFor({ state: 'detached' })
      await press(said.next)
      await title('Over jou')
    })

    it('takes a birthday as it is typed, and several answers where several are asked for', async () => {
      await field(said.day).fill('31')
      await field(said.month).fill('2')
      await field(said.year).fill('1990')
      await field('Hoe lang ben je?').fill('1,75')
      await press(said.next)
      await waitFor(() => isFocused('[autocomplete="bday-day"][aria-invalid="true"]'), { what: 'the focus to come there' })
      await field(said.day).fill('3')
      for (const dish of ['Alles', 'Vegan', 'Zonder gluten']) await page.getByRole('checkbox', { name: dish }).check()
      await press(said.next)
      await waitFor(() => isFocused('[type="checkbox"][data-invalid]'), { what: 'the focus to come there' })
      await page.getByRole('checkbox', { name: 'Alles' }).uncheck()
      await judge('about')
      await press(said.next)
      await title('Je werk')
    })

    it('mends a link and an account name with one press each', async () => {
      const link = field('Waar kunnen we iets van je zien?')
      await link.fill('https://sanne:geheim@duin licht.example/sanne')
      await link.blur()
      await page.getByRole('button', { name: /https:\/\/duinlicht\.example\/sanne/ }).click()
      await field('Je account op Instagram').fill('instagram.com/sannekijkt')
      await field('Je account op Instagram').blur()
      await press(/Ja, neem die|Yes, use that one/)
      await page.getByRole('checkbox', { name: /foto’s van de avond/ }).check()
    })

    it('asks for the picture that is missing, sends it at once, and says which one it holds', async () => {
      await press(said.last)
      await waitFor(() => isFocused('[type="file"]'), { what: 'the focus to come there' })
      const input = page.locator('[type="file"]')
      expect(await input.getAttribute('aria-invalid')).toBe('true')
      const arrival = Promise.withResolvers<void>()
      await page.route('**/files', async (route) => {
        await arrival.promise
        await route.continue()
      })
      await input.setInputFiles(await photo())
      await page.getByRole('progressbar').waitFor()
      expect(await input.getAttribute('aria-invalid')).not.toBe('true')
      arrival.resolve()
      await page.getByText('komeet boven zee.jpg').first().waitFor()
      expect(await isFocused('[type="file"]')).toBe(true)
      await page.getByRole('status').filter({ hasText: 'komeet boven zee.jpg' }).waitFor({ state: 'attached' })
      await page.getByRole('button', { name: said.remove, exact: true }).focus()
      await page.keyboard.press('Enter')
      await waitFor(() => isFocused('[type="file"]'), { what: 'the focus to stay at the file that was taken away' })
      await page.locator('[type="file"]').setInputFiles(await photo())
      await page.getByText('komeet boven zee.jpg').first().waitFor()
      await judge('work')
      await press(said.last)
      await title(said.check)
    })

    it('shows all of it once more, what happens next and what is done with it', async () => {
      for (const answer of [who, 'Leiden', said.belgium, 'Trein', said.birthday, '@sannekijkt', 'komeet boven zee.jpg'])
        await page.getByRole('definition').filter({ hasText: answer }).first().waitFor()
      expect(await page.getByText('Wat is je kenteken?').count()).toBe(0)
      await page.getByText(said.after).click()
      await page.getByText(said.data, { exact: true }).click()
      await judge('send')
    })

    it('sends it with what led her here, and leaves nothing of it on the phone', async () => {
      await page.getByRole('checkbox').check()
      const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/applications'))
      await press(said.send)
      const body = (await sent).postDataJSON() as Record<string, unknown>
      expect(body.source).toEqual({ source: 'toot.example', medium: 'post', campaign: 'komeet' })
      expect(body.device).toMatch(/^[0-9a-f-]{36}$/)
      expect(Object.keys(body)).not.toContain('files')
      await title(said.received)
      expect(await kept('tweetup:attempt:')).toEqual([])
      expect(await drafts()).toEqual([])
    })

    it('shows the picture by its name on her own page, where another can take its place', async () => {
      await page.getByRole('link', { name: said.ownPage }).click()
      await page.getByRole('definition').filter({ hasText: 'komeet boven zee.jpg' }).waitFor()
      await press(said.edit)
      expect(await field('Je account op Instagram').inputValue()).toBe('@sannekijkt')
      await page.locator('[type="file"]').setInputFiles({ ...(await photo()), name: 'tekening.jpg' })
      await page.getByText('tekening.jpg').first().waitFor()
      await judgePage('own')
      await press(said.save)
      await page.getByRole('definition').filter({ hasText: 'tekening.jpg' }).waitFor()
      await page.reload()
      await page.getByRole('definition').filter({ hasText: 'tekening.jpg' }).waitFor()
      await page
        .getByRole('definition')
        .filter({ hasText: /^@sannekijkt$/ })
        .waitFor()
      await judgePage('own-told')
      expect(visitor.troubles).toEqual([])
    })
  },
)

describe('the team', () => {
  it('opens the picture from her answers', async () => {
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${event.id}/applications`)
    const applicationId = textAt(body, 'items.0.id')
    visitor = await visit(browser, app.url, desk('nl'), { signedInAs: owner.client })
    page = visitor.page
    await page.goto(`/console/${owner.slug}/events/${event.id}/applications/${applicationId}/all`)
    const link = page.getByRole('link', { name: 'tekening.jpg' })
    await link.waitFor()
    const bytes = await owner.client.bytes((await link.getAttribute('href')) ?? '')
    expect((await sharp(bytes).metadata()).format).toBe('webp')
    await visitor.picture('application-with-file')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

describe('a form that is left half filled in', () => {
  afterEach(() => visitor.leave())

  it('is there again after a crash, on the same step, and says so', async () => {
    await open()
    await tellWho(words.nl)
    await field('Uit welke plaats kom je?').pressSequentially('Lei')
    const crashed = page
    page = await visitor.context.newPage()
    await crashed.close()
    await page.goto(`${address()}?step=2`)
    await page.getByText(/^Wat je op .* invulde, staat er weer\.$/).waitFor()
    expect(await field('Uit welke plaats kom je?').inputValue()).toBe('Lei')
  })

  it('is emptied for whoever borrows the phone, and can be put back at once', async () => {
    await open()
    await tellWho(words.nl)
    await page.reload()
    await page.goto(address())
    await press('Begin opnieuw')
    await title('Wie zou er komen?')
    expect(await field('Je naam').inputValue()).toBe('')
    expect(await drafts()).toEqual([])
    await press('Zet terug')
    expect(await field('Je naam').inputValue()).toBe('Sanne Vermeer')
  })

  it('lets nobody onto a step whose forerunners are empty', async () => {
    await open(phone('nl'), `${address()}?step=5`)
    await title('Wie zou er komen?')
  })

  it('offers the address that a thumb missed', async () => {
    await open()
    await field('Je e-mailadres').fill('sanne@gmial.com')
    await field('Je e-mailadres').blur()
    await press('Maak er sanne@gmail.com van')
    expect(await field('Je e-mailadres').inputValue()).toBe('sanne@gmail.com')
  })
})

describe('a form on a poor phone', () => {
  afterEach(() => visitor.leave())

  it('can be filled in over a slow line on which no font ever arrives', async () => {
    visitor = await visit(browser, app.url, phone('nl'))
    page = visitor.page
    await page.route('**/*.woff2', () => undefined)
    const devtools = await visitor.context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (750 * 1024) / 8,
    })
    await page.goto(address(), { waitUntil: 'commit' })
    await title('Wie zou er komen?')
    await tellWho(words.nl)
    await title('Waar vertel je je verhalen?')
    expect(await page.evaluate<string>('document.fonts.status')).toBe('loading')
  })

  it('has room for letters twice as large', async () => {
    await open()
    await title('Wie zou er komen?')
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
    expect(await overflowing(page, 390)).toEqual([])
  })
})

describe('the close', () => {
  afterEach(() => visitor.leave())

  it('is told on two clocks where they differ', async () => {
    visitor = await visit(browser, app.url, phone('nl'))
    const abroad = await browser.newContext({ baseURL: app.url, locale: 'nl-NL', timezoneId: 'America/New_York' })
    page = await abroad.newPage()
    await page.goto(address())
    await page.getByText(/uur in Amsterdam\. Op jouw klok \(New York\) is dat/).waitFor()
    await abroad.close()
  })

  it('turns the form into the closed page at the moment, with what she typed to take along and none of it kept', async () => {
    const closing = await openFullForm(app, owner, { title: 'Gaat zo dicht' })
    await app.moveTo(new Date(closing.closesAt.getTime() - 25_000))
    await open(phone('nl'), address(closing))
    await field('Je naam').fill('Sanne Vermeer')
    await page.getByText(/^Nog een minuut tot/).waitFor({ state: 'attached' })
    await page.getByRole('heading', { level: 1, name: 'De aanmelding is gesloten' }).waitFor({ timeout: 40_000 })
    await page.getByText('Naam: Sanne Vermeer').waitFor()
    await visitor.picture('form-closed')
    expect(await examine(page)).toEqual([])
    expect(await drafts()).toEqual([])
    await page.reload()
    await title('De aanmelding is gesloten')
    expect(await page.getByText('Sanne Vermeer').count()).toBe(0)
  })

  it('leaves on the device nothing of what was once tried to be sent, also when she comes back for another event', async () => {
    const first = await openFullForm(app, owner, { title: 'Zonder bereik', questions: [] })
    await open(phone('nl'), address(first))
    await page.route('**/applications', (route) => route.abort())
    await tellWho(words.nl)
    await press(words.nl.last)
    await page.getByRole('checkbox').check()
    await press(words.nl.send)
    await page.getByText('Even geen verbinding').waitFor()
    expect(await kept('tweetup:attempt:')).toHaveLength(1)
    await page.goto('about:blank')
    await app.moveTo(new Date(first.closesAt.getTime() + 60_000))
    const second = await openFullForm(app, owner, { title: 'Daarna' })
    await page.goto(address(second))
    await title(words.nl.you)
    expect([...(await kept('tweetup:attempt:')), ...(await drafts())]).toEqual([])
  })
})

/** What can be pressed and is lower than a thumb needs; a box counts with the words beside it. */
const tooSmall = (of: Page) =>
  of.evaluate<string[]>(`[...document.querySelectorAll('main button, main input, main select, main textarea, main summary, main a[href]')]
    .filter((element) => element.checkVisibility() && !element.closest('[aria-hidden]'))
    .map((element) => [element, (element.closest('label') ?? element.labels?.[1] ?? element).getBoundingClientRect()])
    .filter(([element, { height }]) => height < 44 && getComputedStyle(element).opacity !== '0' && !element.closest('p, dd'))
    .map(([element, { height }]) => Math.round(height) + ' px: ' + element.outerHTML.slice(0, 120))`)
