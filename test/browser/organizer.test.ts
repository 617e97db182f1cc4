import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { password } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { drawnPicture } from './support/drawn-picture.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** One organizer, from the first page to an event that takes applications: each test goes on where the one before stopped. */
describe('an organizer', () => {
  let app: TestApp
  let browser: Browser
  let visitor: Visitor
  let page: Page
  let publicPage: string

  beforeAll(async () => {
    app = await startTestApp({ clock: '2027-04-19T09:00:00Z' })
    browser = await launchBrowser()
    visitor = await visit(browser, app.url, desk('en'), { permissions: ['clipboard-read', 'clipboard-write'] })
    page = visitor.page
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const field = (name: string) => page.getByLabel(new RegExp(`^${name}`))
  const part = (name: RegExp) => page.getByRole('navigation', { name: 'Parts of the event' }).getByRole('link', { name }).click()
  const save = async () => {
    await button('Save').click()
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
  }
  const upload = async (chooser: string, picture: Buffer) => {
    const choosing = page.waitForEvent('filechooser')
    await button(chooser).click()
    await (await choosing).setFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer: picture })
  }

  it('starts an organization, and is told at the field what is missing', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Set up an organization' }).first().click()
    await field('Name of your organization').fill('Museum Duinlicht')
    await field('Your name').fill('Mirjam de Vries')
    await field('E-mail address').fill('mirjam@duinlicht.example')
    await field('Password').fill('short')
    await button('Start').click()
    await page.getByText('5 characters so far; at least 10 are needed.').waitFor()
    await field('Password').fill(password)
    await visitor.picture('sign-up')
    await button('Start').click()
    await page.getByRole('heading', { name: 'No event yet' }).waitFor()
    await visitor.picture('console-empty')
  })

  it('adds a host with a face', async () => {
    await page.getByRole('link', { name: 'Hosts' }).click()
    await page.getByRole('link', { name: 'Add a host' }).first().click()
    await upload('Choose a photo', await drawnPicture(900, 900))
    await button('Another photo').waitFor()
    await field('Name').fill('Mirjam de Vries')
    await field('What they do').fill('Community lead')
    await field('Reply address').fill('mirjam@duinlicht.example')
    await visitor.picture('host-form')
    await button('Save').click()
    await page.getByRole('listitem').filter({ hasText: 'Mirjam de Vries' }).locator('img').waitFor()
    await visitor.picture('hosts')
  })

  it('writes an event down, part by part', async () => {
    await page.getByRole('link', { name: 'Events', exact: true }).click()
    await button('New event').first().click()
    await page.getByRole('dialog').getByLabel('Title').fill('Night of the Comet')
    await button('Make the draft').click()

    await field('One line below it').fill('A hundred of you, eleven telescopes, and a comet.')
    await field('Hashtag').fill('CometNight')
    const story = page.getByRole('textbox', { name: 'The story' })
    await story.fill('We would rather not watch it alone.')
    await story.press('ControlOrMeta+a')
    await button('Bold').click()
    await save()
    await visitor.picture('editor-basics')

    await part(/Picture/)
    await upload('Choose a picture', await drawnPicture(2000, 1200))
    await field('The picture in words').fill('A comet over the dunes')
    await save()

    await part(/Dates and seats/)
    await field('Seats').fill('1')
    await save()
    await visitor.picture('editor-dates')

    await part(/The place/)
    await field('Name of the place').fill('Museum Duinlicht')
    await field('Street and number').fill('Kometenpad 1')
    await field('Town').fill('Noordwijk')
    await save()

    await part(/Hosts/)
    await button('Add Mirjam de Vries').click()
    await save()
  })

  it('asks what she wants to know', async () => {
    await part(/Questions/)
    const question = (number: number) => page.getByRole('group', { name: `Question ${number}` })
    const ask = async (kind: string, label: string) => {
      await button('Add a question').click()
      await page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click()
      await page.locator('[data-label]:focus').fill(label)
    }
    await ask('One line', 'Where do you come from?')
    await question(1).getByLabel('Needs an answer').check()
    await ask('A few sentences', 'What would you like to show?')
    await ask('One of a list', 'How would you travel?')
    await question(3).getByRole('textbox', { name: 'Answer 1' }).fill('Train')
    await question(3).getByRole('textbox', { name: 'Answer 2' }).fill('Bike')
    await save()
    await visitor.picture('editor-questions')
  })

  it('plans the evening', async () => {
    await part(/Agenda/)
    await button('Add a moment').click()
    const moment = page.getByRole('group', { name: 'Moment 1' })
    await moment.getByLabel('What', { exact: true }).fill('Doors, badges, soup')
    await moment.getByLabel('Where').fill('Hall')
    await moment.getByLabel('Who').fill('Ineke Brouwer')
    await save()
    await visitor.picture('editor-agenda')
  })

  it('sees it as a fan would, before anybody else does', async () => {
    await page.getByRole('link', { name: 'See it as a fan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Night of the Comet' }).waitFor()
    await page.getByText('A preview. Nobody else sees this').waitFor()
    await page.getByText('Doors, badges, soup').waitFor()
    await visitor.picture('preview')
    await page.getByRole('link', { name: 'Back to editing' }).click()
  })

  it('publishes it, knowing what that sets in motion', async () => {
    await button('Publish').click()
    const dialog = page.getByRole('dialog', { name: 'Publish Night of the Comet?' })
    await dialog.getByText('Applications open by themselves').waitFor()
    publicPage = new URL(await dialog.getByText(`${app.url}/`).innerText()).pathname
    await dialog.getByRole('button', { name: 'Publish it' }).click()
    await page.getByRole('heading', { level: 1, name: /Announced, opens/ }).waitFor()
    await visitor.picture('home-announced')
  })

  it('jumps to the opening with the time machine, and the public can apply', async () => {
    await button('Jump to').click()
    await page.getByRole('menuitem', { name: /Applications open/ }).click()
    await page.getByRole('heading', { level: 1, name: /Open, closing/ }).waitFor()
    const fan = await visit(browser, app.url, phone('nl', 'dark'))
    await fan.page.goto(publicPage)
    await fan.page.getByRole('link', { name: 'Meld je aan' }).first().waitFor()
    expect(await fan.page.locator('strong', { hasText: 'We would rather not watch it alone.' }).count()).toBe(1)
    await fan.picture('event-open')
    expect(fan.troubles).toEqual([])
    await fan.leave()
  })

  it('copies the link that is to be shared', async () => {
    await button('Copy the link').click()
    await button('Copied').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(app.url + publicPage)
    await visitor.picture('home-open')
  })

  it('met nothing that went wrong', () => {
    expect(visitor.troubles).toEqual([])
  })
})
