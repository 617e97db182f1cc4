import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { drawnEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { stands } from './support/stands.js'
import { desk, visit } from './support/visitor.js'

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let invited: string

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  const drawn = await drawnEvent(app, owner, { capacity: 1, fans: 1 })
  event = drawn.event
  invited = `/me/${drawn.fans[0]?.personalToken}`
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const focused = 'document.activeElement'
const isInDialog = (page: Page) => page.evaluate<boolean>(`${focused}.closest('dialog') !== null`)

/** Whether whoever looks can see where the focus is: a ring around the control, what it covers, or the field that holds it. */
const showsFocus = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    for (let element = ${focused}; element && element !== document.body; element = element.parentElement) {
      for (const part of [null, '::after']) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part)
        if ((outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none') return true
      }
    }
    return false
  })()`)

const describeFocus = (page: Page) => page.evaluate<string>(`${focused}.outerHTML.slice(0, 120)`)

const pages = [
  { name: 'the event', path: () => `/${owner.slug}/${event.slug}`, signedIn: false },
  { name: 'the draw', path: () => `/${owner.slug}/${event.slug}/draw`, signedIn: false },
  { name: 'the personal page', path: () => invited, signedIn: false },
  { name: 'the console', path: () => `/console/${owner.slug}`, signedIn: true },
  { name: "an event's home", path: () => `/console/${owner.slug}/events/${event.id}`, signedIn: true },
  { name: 'the seats and the draw', path: () => `/console/${owner.slug}/events/${event.id}/edit/policy`, signedIn: true },
  { name: 'the editor', path: () => `/console/${owner.slug}/events/${event.id}/edit/basics`, signedIn: true },
]

describe('somebody without a mouse', () => {
  it.each(pages)('skips to the content of $name, and always sees where she is', async ({ path, signedIn }) => {
    const visitor = await visit(browser, app.url, desk('en'), signedIn ? { signedInAs: owner.client } : {})
    const { page } = visitor
    await page.goto(path())
    await stands(page)
    const lost: string[] = []
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab')
      if (stop === 0) expect(await page.evaluate(`${focused}.textContent`)).toBe('Skip to content')
      const somewhere = await page.evaluate<boolean>(`${focused} !== document.body`)
      if (somewhere && !(await showsFocus(page))) lost.push(await describeFocus(page))
    }
    expect(lost).toEqual([])
    await page.reload()
    await stands(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(`document.querySelector('main').contains(${focused}) || ${focused}.closest('footer') !== null`)).toBe(true)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  const dialogs = [
    { name: 'the question before a seat is passed on', path: () => invited, opener: 'No, pass my seat on', signedIn: false },
    { name: 'the question before a withdrawal', path: () => invited, opener: 'Withdraw my application', signedIn: false },
    { name: 'the form of a new event', path: () => `/console/${owner.slug}`, opener: 'New event', signedIn: true },
    { name: 'the form of an invitation', path: () => `/console/${owner.slug}/team`, opener: 'Invite a colleague', signedIn: true },
  ]

  it.each(dialogs)('is kept in $name, and comes back to where she was', async ({ path, opener, signedIn }) => {
    const visitor = await visit(browser, app.url, desk('en'), signedIn ? { signedInAs: owner.client } : {})
    const { page } = visitor
    await page.goto(path())
    await page.getByRole('button', { name: opener }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(await isInDialog(page)).toBe(true)
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab')
      // Between the last and the first control the focus belongs to the browser's own bar.
      expect((await isInDialog(page)) || (await page.evaluate<boolean>(`${focused} === document.body`))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(`${focused}.textContent`)).toContain(opener)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})
