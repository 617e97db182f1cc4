import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { tokenIn } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan, roundTime } from '../factories/fans.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { phone, visit, type Visitor } from './support/visitor.js'

const email = 'sanne@example.org'

/** Two fans and one seat: Sanne applies on her phone, in Dutch; each test goes on where the one before stopped. */
describe('a fan with a phone, in Dutch', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let other: Fan
  let visitor: Visitor
  let page: Page
  let ownPage: string

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    event = await openEvent(app, owner, 1, { practical: '<p>Bus 20 stopt voor de deur.</p>' })
    const [fan] = await enterFans(app, owner, event, 1)
    if (!fan) throw new Error('There is no other fan.')
    other = fan
    browser = await launchBrowser()
    visitor = await visit(browser, app.url, phone('nl'))
    page = visitor.page
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByLabel(name)
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

  it('comes from the public page to the form', async () => {
    await page.goto(`/${owner.slug}/${event.slug}`)
    await page.getByRole('link', { name: 'Meld je aan' }).last().click()
    await title('Wie zou er komen?')
    await visitor.picture('apply-you')
  })

  it('is told at the field what is missing, and is taken there', async () => {
    await button('Verder').click()
    await page.getByText('Je naam ontbreekt nog. Een roepnaam mag ook.').waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true')
    await field('Je naam').fill('Sanne Vermeer')
    await field('Je e-mailadres').fill('sanne@')
    await button('Verder').click()
    await page.getByText('Dit adres is nog niet compleet.').waitFor()
    await visitor.picture('apply-error')
  })

  it('finds what she typed after closing the page by accident', async () => {
    await field('Je e-mailadres').fill(email)
    await page.getByText('Bewaard op dit toestel').waitFor()
    await page.reload()
    expect(await field('Je naam').inputValue()).toBe('Sanne Vermeer')
    expect(await field('Je e-mailadres').inputValue()).toBe(email)
    await button('Verder').click()
    await title('Waar vertel je je verhalen?')
  })

  it('is offered the cure for a handle in the form of an address', async () => {
    await field('Je accountnaam').fill('toot.example/@sannekijkt')
    await field('What would you like to show?').fill('Ik teken wat ik door de telescoop zie.')
    await page.getByText('Dat is het adres van je pagina.').waitFor()
    await visitor.picture('apply-stories')
    await button('Ja, neem die').click()
    expect(await field('Je accountnaam').inputValue()).toBe('@sannekijkt@toot.example')
  })

  it('answers the questions, and cannot leave out what is required', async () => {
    await button('Laatste stap').click()
    await page.getByText('Hier hoort een antwoord; een paar woorden is genoeg.').waitFor()
    await field('Where do you come from?').fill('Leiden')
    await page.getByRole('radio', { name: 'Bike' }).check()
    await button('Laatste stap').click()
    await title('Klopt het? Verstuur het dan')
    await visitor.picture('apply-send')
  })

  it('has to say yes before anything is kept, and gets a receipt', async () => {
    await button('Verstuur mijn aanmelding').click()
    await page.getByText('Zonder jouw ja mogen we niets bewaren').waitFor()
    await page.getByRole('checkbox').check()
    // As a browser does that fills in whatever it knows, also what nobody sees.
    await page.locator('input[name="website"]').fill('https://example.org')
    await button('Verstuur mijn aanmelding').click()
    // Nothing is refused for it: the device does a sum, and the application goes by itself.
    await title('Sanne, je lot is binnen')
    expect(visitor.troubles).toEqual([expect.stringMatching(/^428 of POST .*\/applications$/)])
    await visitor.picture('receipt')
    await page.getByRole('link', { name: 'Naar mijn pagina' }).click()
    await title('Nog één druk op de knop, Sanne')
    ownPage = new URL(page.url()).pathname
    await visitor.picture('me-received')
  })

  it('confirms by the link in her mail, with one press', async () => {
    const mail = await app.sink?.mailTo(email)
    await page.goto(`/confirm/${tokenIn(mail?.parsed.text ?? '')}`)
    await title('Is dit jouw adres, Sanne?')
    await visitor.picture('confirm')
    await button('Ja, dat was ik').click()
    await title('Je doet mee, Sanne')
    expect(new URL(page.url()).pathname).toBe(ownPage)
    await visitor.picture('me-confirmed')
  })

  it('changes what she told', async () => {
    await button('Aanpassen').click()
    await field('Where do you come from?').fill('Den Haag')
    await button('Bewaar de wijzigingen').click()
    await page.getByRole('definition').filter({ hasText: 'Den Haag' }).waitFor()
  })

  it('sees her ticket in the sealed list after the close', async () => {
    await app.moveTo(event.closesAt)
    await page.reload()
    await title('Je lot zit in de trekking, Sanne')
    await visitor.picture('me-entered')
    await page.getByRole('link', { name: 'Bekijk de verzegelde lijst' }).click()
    await title(/verzegeld/)
    await page.getByText('Proefbaken, niet openbaar').first().waitFor()
    await visitor.picture('draw-committed')
  })

  it('is invited, or is next', async () => {
    await app.moveTo(await roundTime(app, owner, event))
    await page.goto(ownPage)
    await title(/Sanne, er is een plek voor jou|Net niet bij de eerste 1, Sanne/)
  })

  it('gets the seat that another passes on, and says yes', async () => {
    const elsewhere = await visit(browser, app.url, phone('en', 'dark'))
    const hers = {
      visitor,
      path: ownPage,
      invited: 'Sanne, er is een plek voor jou',
      yes: 'Ja, ik kom',
      no: 'Nee, geef mijn plek door',
      sure: 'Geef door',
      coming: /^Tot over/,
    }
    const theirs = {
      visitor: elsewhere,
      path: `/me/${other.personalToken}`,
      invited: /there is a seat for you/,
      yes: "Yes, I'm coming",
      no: 'No, pass my seat on',
      sure: 'Pass it on',
      coming: /^See you in/,
    }
    const sheIsFirst = (await page.getByRole('heading', { name: hers.invited }).count()) === 1
    const [first, second] = sheIsFirst ? [hers, theirs] : [theirs, hers]

    await first.visitor.page.goto(first.path)
    await first.visitor.page.getByRole('heading', { level: 1, name: first.invited }).waitFor()
    await first.visitor.picture('me-invited')
    await first.visitor.page.getByRole('button', { name: first.no }).click()
    await first.visitor.picture('me-decline-dialog')
    await first.visitor.page.getByRole('dialog').getByRole('button', { name: first.sure }).click()
    await first.visitor.page.getByRole('heading', { level: 1, name: /Fijn dat je het liet weten|Thank you for telling us/ }).waitFor()
    await first.visitor.picture('me-declined')

    await second.visitor.page.goto(second.path)
    await second.visitor.page.getByRole('heading', { level: 1, name: second.invited }).waitFor()
    await second.visitor.page.getByRole('button', { name: second.yes }).click()
    await second.visitor.page.getByRole('heading', { level: 1, name: second.coming }).waitFor()
    await second.visitor.picture('me-coming')

    expect(await firstBytes(second.visitor.page, /Mijn badge|My badge/)).toBe('%PDF')
    expect(await firstBytes(second.visitor.page, /Het programma op papier|The agenda on paper/)).toBe('%PDF')
    expect(await firstBytes(second.visitor.page, /Zet in mijn agenda|Add to my calendar/)).toBe('BEGI')
    expect(elsewhere.troubles).toEqual([])
    await elsewhere.leave()
  })

  it('met nothing else that went wrong', () => {
    expect(visitor.troubles.slice(1)).toEqual([])
  })
})

/** The first letters of the file behind a link. */
async function firstBytes(page: Page, link: RegExp): Promise<string> {
  const address = await page.getByRole('link', { name: link }).getAttribute('href')
  const file = await page.request.get(address ?? '')
  return (await file.body()).subarray(0, 4).toString('latin1')
}
