import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

const newAddress = 'sanne.new@example.org'

/** One fan who has confirmed; each test goes on where the one before stopped. */
describe('on her own page, a fan', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let fan: Fan
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    event = await openEvent(app, owner, 1)
    const [entered] = await enterFans(app, owner, event, 1)
    if (!entered) throw new Error('Nobody applied.')
    fan = entered
    browser = await launchBrowser()
    visitor = await visit(browser, app.url, phone('nl'))
    page = visitor.page
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const lastMail = async (email: string) => {
    await app.settled()
    return app.sink?.mailsTo(email).at(-1)?.parsed.text ?? ''
  }
  const addressLink = async (email: string) => /\/address\/[\w-]+/.exec(await lastMail(email))?.[0] ?? ''

  it('withdraws with one press, and is offered the way back at once', async () => {
    await page.goto(`/me/${fan.personalToken}`)
    await title(/^Je doet mee/)
    await button('Mijn aanmelding intrekken').click()
    await title(/^Je hebt je teruggetrokken/)
    await page.getByText('Je aanmelding is ingetrokken.').waitFor()
    await visitor.picture('me-withdrawn-undo')
    expect(await examine(page)).toEqual([])
    await button('Ongedaan maken').click()
    await title(/^Je doet mee/)
    expect(await button('Ongedaan maken').count()).toBe(0)
  })

  it('comes back later too, as long as applications are open', async () => {
    await button('Mijn aanmelding intrekken').click()
    await title(/^Je hebt je teruggetrokken/)
    await page.reload()
    await button('Toch meedoen').click()
    await title(/^Je doet mee/)
  })

  it('asks for another address, and is told at the field what is missing', async () => {
    await button('Gebruik een ander adres').click()
    await page.getByLabel('Je nieuwe adres').fill('sanne@')
    await button('Verstuur de mails').click()
    await page.getByText('Dit adres is nog niet compleet.').waitFor()
    expect(await examine(page)).toEqual([])
    await visitor.picture('me-address-form')
    await page.getByLabel('Je nieuwe adres').fill(newAddress)
    await button('Verstuur de mails').click()
    await page.getByText(`Je vroeg om ${newAddress}`).waitFor()
    expect(await examine(page)).toEqual([])
    await visitor.picture('me-address-waits')
  })

  it('proves the one and agrees from the other, and has her page under a new link', async () => {
    const elsewhere = await visit(browser, app.url, desk('en', 'dark'))
    await elsewhere.page.goto(await addressLink(fan.email))
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Shall your mails go elsewhere?' }).waitFor()
    expect(await examine(elsewhere.page)).toEqual([])
    await elsewhere.picture('address-agree')
    await elsewhere.page.getByRole('button', { name: 'Yes, send them there' }).click()
    await elsewhere.page.getByRole('heading', { level: 1, name: 'One more press' }).waitFor()
    await elsewhere.picture('address-waits')
    expect(elsewhere.troubles).toEqual([])
    await elsewhere.leave()

    await page.goto(await addressLink(newAddress))
    await title('Is dit jouw adres?')
    expect(await examine(page)).toEqual([])
    await visitor.picture('address-prove')
    await button('Ja, dit is mijn adres').click()
    await title(/^Je doet mee/)
    expect(page.url()).not.toContain(fan.personalToken)
    await page.getByText(`Naar ${newAddress}.`).waitFor()
    expect(visitor.troubles).toEqual([])
  })

  it('finds the way to her page from the old link, with one mail', async () => {
    await page.goto(`/me/${fan.personalToken}`)
    await title('Deze link leidt nergens heen')
    await visitor.picture('me-nowhere')
    await page.getByRole('link', { name: 'Vind de link naar je pagina' }).click()
    await title('De link naar je pagina kwijt?')
    await button('Mail me de link').click()
    await page.getByText('Dit adres is nog niet compleet.').waitFor()
    await page.getByLabel('Je e-mailadres').fill(newAddress)
    await button('Mail me de link').click()
    await title('Kijk in je mail')
    expect(await examine(page)).toEqual([])
    await visitor.picture('lost-link-sent')
    await page.goto(/\/me\/[\w-]+/.exec(await lastMail(newAddress))?.[0] ?? '')
    await title(/^Je doet mee/)
  })

  it('is asked before she withdraws for good', async () => {
    await app.moveTo(event.closesAt)
    await page.reload()
    await title(/^Je lot zit in de trekking/)
    await button('Mijn aanmelding intrekken').click()
    await page.getByRole('dialog').getByText('Je kunt het niet ongedaan maken.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click()
    await title(/^Je hebt je teruggetrokken/)
    expect(await button('Toch meedoen').count()).toBe(0)
    expect(await button('Ongedaan maken').count()).toBe(0)
  })
})
