import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { inviteColleague } from '../factories/colleague.js'
import { personalPage } from '../factories/fans.js'
import { publishEvent, type PublishedEvent } from '../factories/published-event.js'
import { enterWriters, finalAt, reviewedEvent, type WritingFan } from '../factories/reviews.js'
import { password, type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at, type HttpClient } from '../support/http-client.js'
import { examine, inaccessible } from './support/examine.js'
import { stands } from './support/stands.js'
import { desk, phone, visit } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let fans: WritingFan[]
let reviewers: HttpClient[]

const signInAgain = () => owner.client.post('/api/session', { email: owner.email, password })

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  event = await reviewedEvent(app, owner, { capacity: 4, picked: 1, outcome: { kind: 'top', seats: 1 }, reviewsEach: 2 })
  fans = await enterWriters(app, owner, event, 4)
  await app.moveTo(event.closesAt)
  await signInAgain()
  reviewers = [await inviteColleague(app, owner, 'reviewer'), await inviteColleague(app, owner, 'reviewer')]
  browser = await launchBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const page = (path: string) => `/console/${owner.slug}/events/${event.id}/${path}`
const reviewer = (index: number): HttpClient => {
  const found = reviewers[index]
  if (!found) throw new Error(`There is no reviewer ${index}.`)
  return found
}
const fan = (index: number): WritingFan => {
  const found = fans[index]
  if (!found) throw new Error(`There is no fan ${index}.`)
  return found
}
const points = (screen: Page, criterion: string, value: number) =>
  screen.getByRole('group', { name: criterion }).getByRole('radio', { name: String(value), exact: true })

describe('an organizer', () => {
  it('declares what reviewers score and what that decides', async () => {
    const now = await app.now()
    const other = await publishEvent(owner, { capacity: 20, now })
    const visitor = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    const { page: screen } = visitor
    await screen.goto(`/console/${owner.slug}/events/${other.id}/edit/policy`)
    await stands(screen)
    await screen.getByRole('radio', { name: /Yes, reviewers score them/ }).check()
    await screen.getByRole('textbox', { name: 'Criterion 1' }).fill('How personal the story is')
    await screen.getByRole('button', { name: 'Another criterion' }).click()
    await screen.getByRole('textbox', { name: 'Criterion 2' }).fill('How many people hear of it')
    await screen.getByLabel('Counts').last().selectOption({ label: '3 times' })
    await screen.getByRole('radio', { name: /Who gets some of the seats/ }).check()
    await screen.getByLabel('Seats for the best').fill('25')
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    await screen.getByText(/25/).first().waitFor()
    await screen.getByLabel('Seats for the best').fill('5')
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    await screen.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
    await screen.reload()
    await stands(screen)
    expect(await inaccessible(screen)).toEqual([])
    await visitor.picture('review-editor')
    const { body } = await owner.client.get(`/api/organizations/${owner.slug}/events/${other.id}`)
    expect(at(body, 'policy.review')).toMatchObject({
      outcome: { kind: 'top', seats: 5 },
      criteria: [
        { label: 'How personal the story is', weight: 1 },
        { label: 'How many people hear of it', weight: 3 },
      ],
      reviewsEach: 2,
      blind: true,
    })
    await visitor.leave()
    const small = await visit(browser, app.url, phone('nl', 'dark'), { signedInAs: owner.client })
    await small.page.goto(`/console/${owner.slug}/events/${other.id}/edit/policy`)
    await stands(small.page)
    await small.picture('review-editor')
    await small.leave()
  })
})

describe('a seat by the team', () => {
  it('is given beside an application, found among the others, and taken back', async () => {
    const visitor = await visit(browser, app.url, desk('en'), { signedInAs: owner.client })
    const { page: screen } = visitor
    await screen.goto(page('applications'))
    await screen.getByRole('link', { name: 'Seats by the team: 0 of 1' }).waitFor()
    await screen.getByRole('link', { name: fan(0).name }).click()
    await screen.getByRole('button', { name: 'Give a seat' }).click()
    const dialog = screen.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Give a seat' }).click()
    await dialog.getByText('Choose the reason').waitFor()
    await dialog.getByRole('radio', { name: 'Press' }).check()
    await visitor.picture('give-seat')
    await dialog.getByRole('button', { name: 'Give a seat' }).click()
    await screen.getByText(`${fan(0).name} has a seat`).waitFor()
    await screen.getByText('by Mirjam').first().waitFor()
    await visitor.picture('application-with-seat')
    await screen.goto(page('picks'))
    await stands(screen)
    await screen.getByText('1 of 1 given').waitFor()
    expect(await examine(screen)).toEqual([])
    await visitor.picture('picks')
    await screen.getByRole('button', { name: `Take back: the seat of ${fan(0).name}` }).click()
    await screen.getByText('Nobody has one yet').waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

describe('a review', () => {
  it('is done by keys: one application after the other, and none of them says whose it is', async () => {
    const visitor = await visit(browser, app.url, desk('en'), { signedInAs: reviewer(0) })
    const { page: screen } = visitor
    await screen.goto(`/console/${owner.slug}`)
    await screen.getByRole('link', { name: /Applications to read until/ }).click()
    await screen.getByRole('heading', { name: 'An application' }).waitFor()
    expect(await examine(screen)).toEqual([])
    await visitor.picture('review-desk')
    const read: string[] = []
    for (let count = 1; count <= fans.length; count += 1) {
      await screen.getByText(count === 1 ? 'nothing scored yet' : `${count - 1} scored`).waitFor()
      for (const story of read) await screen.getByText(story, { exact: true }).waitFor({ state: 'hidden' })
      const text = await screen.getByRole('main').innerText()
      for (const { name, email, handle, ticketId } of fans)
        for (const trace of [name, email, handle, ticketId.slice(0, 4)]) expect(text).not.toContain(trace)
      read.push(fans.find(({ story }) => text.includes(story))?.story ?? '')
      await screen.keyboard.press('5')
      expect(await points(screen, 'Story', 5).isChecked()).toBe(true)
      await screen.keyboard.press(count === 1 ? '5' : '3')
      await screen.keyboard.press('Enter')
    }
    await screen.getByRole('heading', { name: 'All read' }).waitFor()
    expect(new Set(read)).toEqual(new Set(fans.map(({ story }) => story)))
    await screen.getByRole('button', { name: /^No\. 2/ }).click()
    await points(screen, 'Reach', 3).waitFor()
    expect(await points(screen, 'Story', 5).isChecked()).toBe(true)
    await points(screen, 'Reach', 1).check()
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    await screen.getByRole('heading', { name: 'All read' }).waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('is done on a phone too, in Dutch, and whoever is known is passed on', async () => {
    const visitor = await visit(browser, app.url, phone('nl', 'dark'), { signedInAs: reviewer(1) })
    const { page: screen } = visitor
    await screen.goto(page('review'))
    await screen.getByRole('heading', { name: 'Een aanmelding' }).waitFor()
    await screen.getByRole('button', { name: 'Bewaar, volgende' }).click()
    await screen.getByText('2 criteria hebben nog geen punten.').waitFor()
    await visitor.picture('review-phone')
    expect(await examine(screen)).toEqual([])
    const known = await screen.getByRole('definition').nth(1).innerText()
    await screen.getByRole('button', { name: 'Ik ken deze persoon' }).click()
    await screen.getByText('Nr. 1: iemand die je kent').waitFor()
    await screen.getByText(known, { exact: true }).waitFor({ state: 'hidden' })
    for (let count = 1; count < fans.length; count += 1) {
      const story = await screen.getByRole('definition').nth(1).innerText()
      await points(screen, 'Story', 2).check()
      await points(screen, 'Reach', 4).check()
      await screen.getByRole('button', { name: 'Bewaar, volgende' }).click()
      await screen.getByText(`${count} beoordeeld`).waitFor()
      await screen.getByText(story, { exact: true }).waitFor({ state: 'hidden' })
    }
    await screen.getByRole('heading', { name: 'Alles gelezen' }).waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('shows the organizer how far it is, who differs, and where the last seat lies', async () => {
    await signInAgain()
    for (const look of [desk('en'), phone('nl', 'dark')]) {
      const visitor = await visit(browser, app.url, look, { signedInAs: owner.client })
      const { page: screen } = visitor
      await screen.goto(page('review'))
      await stands(screen)
      await screen.getByText(look.locale === 'en' ? '7 of 8 scores given, for 4 applications.' : '7 van de 8 scores gegeven').waitFor()
      await screen.getByRole('img', { name: look.locale === 'en' ? /last seat at \d+/ : /laatste plek bij \d+/ }).waitFor()
      expect(await screen.getByRole('row').count()).toBe(3)
      await visitor.picture('review-overview')
      expect(await examine(screen)).toEqual([])
      expect(visitor.troubles).toEqual([])
      await visitor.leave()
    }
  })

  it('tells everybody on her page how it goes on, and the public how many seats stood beside the draw', async () => {
    const visitor = await visit(browser, app.url, phone('en'))
    const { page: screen } = visitor
    await screen.goto(`/me/${fan(1).personalToken}`)
    await screen.getByRole('heading', { name: /Your application is being read/ }).waitFor()
    await visitor.picture('me-reviewing')
    await screen.goto(`/${owner.slug}/${event.slug}/draw`)
    await screen.getByText('Applications are read and scored').waitFor()
    await app.moveTo(finalAt(event))
    await screen.goto(`/${owner.slug}/${event.slug}/draw`)
    await screen.getByText(/1 of 2 seats was given by the team|0 of 2 seats|none of 2 seats/).waitFor()
    await visitor.picture('draw-beside')
    const seated = (await Promise.all(fans.map(async (one) => [one, at((await personalPage(app, one)).body, 'step')] as const))).find(
      ([, step]) => step === 'seated',
    )?.[0]
    if (!seated) throw new Error('Nobody has a seat by score.')
    await screen.goto(`/me/${seated.personalToken}`)
    await screen.getByRole('heading', { name: /A seat is kept for you/ }).waitFor()
    expect(await examine(screen)).toEqual([])
    await visitor.picture('me-seated')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})
