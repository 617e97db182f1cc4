import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import { type Demo, museum, startDemo } from './support/demo.js'
import { examine } from './support/examine.js'
import { desk, type Look, phone, visit, type Visitor } from './support/visitor.js'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  await browser.close()
  await demo.app.close()
})

interface Sight {
  readonly name: string
  /** Where it stands; known once the demo runs. */
  readonly path: () => string | Promise<string>
  /** Says, with status 404, that nothing is there. */
  readonly nowhere?: boolean
}

const event = (phase: string, page = '') => `/${museum}/${demo.event(phase).slug}${page}`
const invited = (state: string) => `applications.id in (select application_id from invitations where state = '${state}')`
/** What a page says when there is nothing at its address. */
const nothing =
  /^(Nothing stands here|Hier staat niets|There is nothing at this address|Op dit adres is niets te vinden|This link leads nowhere|Deze link leidt nergens heen)$/
const upcoming = 'starts_at > now() and cancelled_at is null'

const publicSights: Sight[] = [
  { name: 'home', path: () => '/' },
  { name: 'organization', path: () => `/${museum}` },
  { name: 'event-announced', path: () => event('announced') },
  { name: 'event-open', path: () => event('open') },
  { name: 'event-closed', path: () => event('closed') },
  { name: 'event-drawn', path: () => event('drawn') },
  { name: 'event-live', path: () => event('live') },
  { name: 'event-wrapped', path: () => event('wrapped') },
  { name: 'event-cancelled', path: () => event('cancelled') },
  { name: 'apply', path: () => event('open', '/apply') },
  { name: 'apply-announced', path: () => event('announced', '/apply') },
  { name: 'apply-closed', path: () => event('drawn', '/apply') },
  { name: 'draw-to-come', path: () => event('open', '/draw') },
  { name: 'draw-sealed', path: () => event('closed', '/draw') },
  { name: 'draw-drawn', path: () => event('drawn', '/draw') },
  { name: 'confirm-unknown', path: () => `/confirm/${'A'.repeat(24)}`, nowhere: true },
  { name: 'nowhere', path: () => '/nobody/nothing', nowhere: true },
  { name: 'me-received', path: () => demo.personalPage(`confirmed_at is null and closes_at > now() and ${upcoming}`) },
  {
    name: 'me-confirmed',
    path: () => demo.personalPage(`confirmed_at is not null and withdrawn_at is null and closes_at > now() and ${upcoming}`),
  },
  { name: 'me-invited', path: () => demo.personalPage(`${invited('pending')} and ${upcoming}`) },
  { name: 'me-coming', path: () => demo.personalPage(`${invited('accepted')} and ${upcoming}`) },
  { name: 'me-declined', path: () => demo.personalPage(`${invited('declined')} and ${upcoming}`) },
  {
    name: 'me-waiting',
    path: () => demo.personalPage(`applications.id in (select application_id from draw_units where state = 'waiting') and ${upcoming}`),
  },
  {
    name: 'me-here',
    path: () => demo.personalPage('applications.id in (select application_id from check_ins) and starts_at < now() and ends_at > now()'),
  },
  {
    name: 'me-thanked',
    path: () =>
      demo.personalPage(
        "applications.id in (select application_id from check_ins) and ends_at < now() and ends_at > now() - interval '10 days' and applications.id not in (select application_id from survey_answers)",
      ),
  },
  { name: 'me-cancelled', path: () => demo.personalPage('cancelled_at is not null and confirmed_at is not null') },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'sign-up', path: () => '/sign-up' },
  { name: 'forgot-password', path: () => '/reset' },
]

const editorParts = ['basics', 'cover', 'dates', 'place', 'hosts', 'questions', 'agenda', 'survey', 'more']
const inConsole = (phase: string, page = '') => `/console/${museum}/events/${demo.event(phase).id}${page}`

const consoleSights: Sight[] = [
  { name: 'console-events', path: () => `/console/${museum}` },
  { name: 'console-hosts', path: () => `/console/${museum}/hosts` },
  { name: 'console-host', path: () => `/console/${museum}/hosts/${demo.hostId}` },
  { name: 'console-team', path: () => `/console/${museum}/team` },
  { name: 'console-settings', path: () => `/console/${museum}/settings` },
  ...['draft', 'open', 'drawn', 'wrapped', 'cancelled'].map((phase) => ({ name: `console-home-${phase}`, path: () => inConsole(phase) })),
  ...editorParts.map((part) => ({ name: `console-edit-${part}`, path: () => inConsole('draft', `/edit/${part}`) })),
  { name: 'console-edit-locked', path: () => inConsole('open', '/edit/dates') },
  { name: 'console-preview', path: () => inConsole('draft', '/preview') },
  { name: 'console-applications', path: () => inConsole('open', '/applications') },
  { name: 'console-draw', path: () => inConsole('drawn', '/draw') },
  { name: 'console-invitations', path: () => inConsole('drawn', '/invitations') },
  { name: 'console-agenda', path: () => inConsole('open', '/agenda') },
  { name: 'console-messages', path: () => inConsole('drawn', '/messages') },
  { name: 'console-day', path: () => inConsole('live', '/day') },
  { name: 'console-results', path: () => inConsole('wrapped', '/results') },
  { name: 'door', path: () => `/door/${museum}/${demo.event('live').id}` },
]

/** Over the whole list every page is seen in both languages, both themes and both sizes. */
const pairs: readonly (readonly [Look, Look])[] = [
  [phone('nl', 'light'), desk('en', 'dark')],
  [phone('nl', 'dark'), desk('en', 'light')],
  [desk('nl', 'light'), phone('en', 'dark')],
  [desk('nl', 'dark'), phone('en', 'light')],
]
const twice = (sights: readonly Sight[]) =>
  sights.flatMap((sight, index) => (pairs[index % pairs.length] ?? []).map((look) => ({ ...sight, look, ...look })))

async function ready(page: Page): Promise<void> {
  await page.locator('h1:visible').first().waitFor()
  await page.getByRole('status', { name: /^(Onderweg|On its way)$/ }).waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}

/** One window for each look, signed in or not: people do not start a new browser for each page either. */
const windows = new Map<string, Promise<Visitor>>()

function windowOf(look: Look, signedIn: boolean): Promise<Visitor> {
  const key = JSON.stringify([look, signedIn])
  const window = windows.get(key) ?? visit(browser, demo.app.url, look, signedIn ? { signedInAs: demo.owner } : {})
  windows.set(key, window)
  return window
}

async function judge({ name, path, nowhere = false }: Sight, look: Look, signedIn: boolean): Promise<void> {
  const visitor = await windowOf(look, signedIn)
  const before = visitor.troubles.length
  await visitor.page.goto(await path())
  await ready(visitor.page)
  await visitor.picture(name)
  const title = await visitor.page.title()
  const lang = await visitor.page.locator('html').getAttribute('lang')
  const leadsNowhere = (await visitor.page.getByRole('heading', { level: 1, name: nothing }).count()) > 0
  const found = await examine(visitor.page)
  const troubles = visitor.troubles.slice(before).filter((trouble) => !(nowhere && trouble.startsWith('404 of GET')))
  expect({ lang, leadsNowhere, found, troubles }).toEqual({ lang: look.locale, leadsNowhere: nowhere, found: [], troubles: [] })
  expect(title).not.toBe('')
}

describe('every public page can be used by anybody, without a trouble', () => {
  it.each(twice(publicSights))('$name, $locale, $theme, $width pixels wide', ({ look, ...sight }) => judge(sight, look, false))
})

describe('every page of the console can be used by anybody, without a trouble', () => {
  it.each(twice(consoleSights))('$name, $locale, $theme, $width pixels wide', ({ look, ...sight }) => judge(sight, look, true))
})
