import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { confirmTokenFor } from '../factories/application.js'
import { openEvent } from '../factories/drawn-event.js'
import { answerInvitation, enterFans, type Fan, publicDraw, roundTime } from '../factories/fans.js'
import { policyWithGroups } from '../factories/groups.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { verifyDraw } from '../factories/verify-draw.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at, listAt } from '../support/http-client.js'
import { inaccessible, overflowing } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** Sanne has applied and would like to come with Youssef. She reads Dutch, he English; both have a phone. Each test goes on where the one before stopped. */
describe('two friends who apply together', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let event: PublishedEvent
  let solos: readonly Fan[]
  let sanne: Visitor
  let youssef: Visitor
  let herPage: string
  let hisPage: string
  let link: string

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    event = await openEvent(app, owner, 3, { policy: policyWithGroups(3) })
    const [first, ...others] = await enterFans(app, owner, event, 5)
    if (!first) throw new Error('Nobody has applied.')
    solos = others
    herPage = `/me/${first.personalToken}`
    browser = await launchBrowser()
    sanne = await visit(browser, app.url, phone('nl'))
    youssef = await visit(browser, app.url, phone('en', 'dark'))
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const expectUsable = async ({ page }: Visitor) => expect([...(await inaccessible(page)), ...(await overflowing(page, 320))]).toEqual([])
  const headed = ({ page }: Visitor, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

  it('begin with one who makes a link for the others', async () => {
    await sanne.page.goto(herPage)
    await headed(sanne, 'Samen komen')
    await sanne.picture('together-alone')
    await sanne.page.getByRole('button', { name: 'Maak een link voor de anderen' }).click()
    link = await sanne.page.getByLabel('De link voor de anderen').inputValue()
    expect(link).toContain('#together=')
    await sanne.page.getByText('Er kunnen er nog 2 bij').waitFor()
    await expectUsable(sanne)
  })

  it('go on with another who sees whom he joins, and applies', async () => {
    const { page } = youssef
    await page.goto(link)
    await page.getByText('You apply together with Fan').waitFor()
    expect(page.url()).not.toContain('together')
    await youssef.picture('apply-together')
    await expectUsable(youssef)
    await page.getByLabel('Your name').fill('Youssef Amrani')
    await page.getByLabel('Your e-mail address').fill('youssef@example.org')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Where do you come from?').fill('Leiden')
    await page.getByRole('radio', { name: 'Bike' }).check()
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.getByText('You apply together with Fan').waitFor()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Send my application' }).click()
    await page.getByRole('link', { name: 'To my page' }).click()
    await headed(youssef, 'Come together')
    await page.getByText('Not confirmed yet').waitFor()
    hisPage = new URL(page.url()).pathname
    await page.goto(`/confirm/${await confirmTokenFor(app, 'youssef@example.org')}`)
    await page.getByRole('button', { name: 'Yes, that was me' }).click()
    await headed(youssef, 'Come together')
    expect(await page.getByText('Confirmed', { exact: true }).count()).toBe(2)
    expect(await page.getByRole('button', { name: /Remove/ }).count()).toBe(0)
    await youssef.picture('together-joined')
    await expectUsable(youssef)
  })

  it('are told both of what one of them decides: the one who keeps the group may remove the other', async () => {
    const { page } = sanne
    await page.reload()
    await page.getByText('Youssef Amrani').waitFor()
    await sanne.picture('together-group')
    await page.getByRole('button', { name: 'Verwijder Youssef' }).click()
    await page.getByRole('dialog').getByText('De aanmelding blijft staan').waitFor()
    await expectUsable(sanne)
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click()
    await page.getByText('Er kunnen er nog 2 bij').waitFor()
    await youssef.page.reload()
    await youssef.page.getByRole('button', { name: 'Make a link for the others' }).waitFor()
    await youssef.page.goto(`${hisPage}#together=${link.split('=').at(-1)}`)
    await youssef.page.getByText('Come together with Fan?').waitFor()
    await youssef.picture('together-offer')
    await expectUsable(youssef)
    await youssef.page.getByRole('button', { name: 'Join them' }).click()
    await youssef.page.getByRole('button', { name: 'Leave the group' }).waitFor()
    expect(youssef.page.url()).not.toContain('together')
  })

  it('are one ticket in the draw', async () => {
    await app.moveTo(event.closesAt)
    await sanne.page.goto(herPage)
    await headed(sanne, 'Samen met')
    await sanne.page.getByText('Jullie zitten als één lot in de trekking').waitFor()
    await sanne.picture('together-sealed')
    await expectUsable(sanne)
  })

  it('get a seat each, and answer each for themselves', async () => {
    await app.moveTo(await roundTime(app, owner, event))
    await seatsForBoth()
    for (const [visitor, path] of [
      [sanne, herPage],
      [youssef, hisPage],
    ] as const)
      await visitor.page.goto(path)
    await headed(sanne, /er is een plek voor jou/)
    await headed(youssef, /there is a seat for you/)
    await youssef.picture('together-invited')
    await expectUsable(youssef)
    await sanne.page.getByRole('button', { name: 'Ja, ik kom' }).click()
    await headed(sanne, /^Tot over/)
    await sanne.picture('together-coming')
  })

  it('let one seat move on when one of them cannot come, and the other keeps hers', async () => {
    const waiting = (await ticketStates()).filter((state) => state === 'waiting').length
    await youssef.page.getByRole('button', { name: 'No, pass my seat on' }).click()
    await youssef.page.getByRole('dialog').getByRole('button', { name: 'Pass it on' }).click()
    await headed(youssef, /Thank you for telling us/)
    const line = listAt((await publicDraw(app, owner, event, '/log')).body, 'items').at(-1)
    expect(line).toMatchObject({ type: 'reduce', reason: 'declined', companions: 1, promotedCount: Math.min(1, waiting) })
    await sanne.page.reload()
    await headed(sanne, /^Tot over/)
    await verifyDraw(app, owner, event)
  })

  it('stand at one place of the public order, and the browser of whoever doubts it draws the same', async () => {
    const anybody = await visit(browser, app.url, desk('en'))
    await anybody.page.goto(`/${owner.slug}/${event.slug}/draw`)
    await anybody.page.getByText('somebody gave back a seat').waitFor()
    await anybody.page.getByRole('button', { name: 'Do the draw again' }).click()
    await anybody.page.getByText('All of it holds').waitFor()
    await anybody.picture('together-draw')
    await expectUsable(anybody)
    expect(anybody.troubles).toEqual([])
    await anybody.leave()
  })

  it('met nothing else that went wrong', () => {
    expect([...sanne.troubles, ...youssef.troubles]).toEqual([])
  })

  const ticketStates = async () => listAt((await publicDraw(app, owner, event, '/tickets')).body, 'items').map((item) => at(item, 'state'))

  /** The lot may have put others before them: those pass their seats on, so that the two are next. */
  async function seatsForBoth(): Promise<void> {
    const theirs = async () =>
      at((await app.client().get('/api/me', { headers: { authorization: `Bearer ${herPage.slice(4)}` } })).body, 'step')
    for (const solo of [...solos, ...solos]) if ((await theirs()) !== 'invited') await answerInvitation(app, solo, 'decline')
  }
})
