import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import { examine } from './support/examine.js'
import { desk, type Look, phone, visit, type Visitor } from './support/visitor.js'
import { startYear, type Year } from './support/year.js'

let year: Year
let browser: Browser

beforeAll(async () => {
  ;[year, browser] = await Promise.all([startYear(), launchBrowser()])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await year.app.close()
})

interface Sight {
  readonly name: string
  /** Where it stands; known once the year has begun. */
  readonly path: () => string | Promise<string>
  /** Says, with status 404, that nothing is there. */
  readonly nowhere?: boolean
}

const event = (phase: keyof Year['events'], page = '') => `/${year.owner.slug}/${year.events[phase].slug}${page}`
/** What a page says when there is nothing at its address. */
const nothing =
  /^(Nothing stands here|Hier staat niets|There is nothing at this address|Op dit adres is niets te vinden|This link leads nowhere|Deze link leidt nergens heen)$/

const publicSights: Sight[] = [
  { name: 'home', path: () => '/' },
  { name: 'organization', path: () => `/${year.owner.slug}` },
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
  ...(
    ['received', 'confirmed', 'entered', 'invited', 'coming', 'waiting', 'declined', 'here', 'thanked', 'missed', 'cancelled'] as const
  ).map((person) => ({
    name: `me-${person}`,
    path: () => year.personalPages[person],
  })),
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'sign-up', path: () => '/sign-up' },
  { name: 'forgot-password', path: () => '/reset' },
]

const editorParts = ['basics', 'cover', 'dates', 'place', 'hosts', 'questions', 'agenda', 'survey', 'more']
const inConsole = (page = '') => `/console/${year.owner.slug}${page}`
const ofDraft = (page: string) => inConsole(`/events/${year.draftId}${page}`)
const ofEvent = (phase: keyof Year['events'], page = '') => inConsole(`/events/${year.events[phase].id}${page}`)

const consoleSights: Sight[] = [
  { name: 'console-events', path: () => inConsole() },
  { name: 'console-hosts', path: () => inConsole('/hosts') },
  { name: 'console-host', path: () => inConsole(`/hosts/${year.hostId}`) },
  { name: 'console-team', path: () => inConsole('/team') },
  { name: 'console-settings', path: () => inConsole('/settings') },
  { name: 'console-home-draft', path: () => ofDraft('') },
  ...(['open', 'drawn', 'wrapped', 'cancelled'] as const).map((phase) => ({ name: `console-home-${phase}`, path: () => ofEvent(phase) })),
  ...editorParts.map((part) => ({ name: `console-edit-${part}`, path: () => ofDraft(`/edit/${part}`) })),
  { name: 'console-edit-locked', path: () => ofEvent('open', '/edit/dates') },
  { name: 'console-preview', path: () => ofDraft('/preview') },
  { name: 'console-applications', path: () => ofEvent('open', '/applications') },
  { name: 'console-draw', path: () => ofEvent('drawn', '/draw') },
  { name: 'console-invitations', path: () => ofEvent('drawn', '/invitations') },
  { name: 'console-agenda', path: () => ofEvent('open', '/agenda') },
  { name: 'console-messages', path: () => ofEvent('drawn', '/messages') },
  { name: 'console-day', path: () => ofEvent('live', '/day') },
  { name: 'console-results', path: () => ofEvent('wrapped', '/results') },
  { name: 'door', path: () => `/door/${year.owner.slug}/${year.events.live.id}` },
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
  const window = windows.get(key) ?? visit(browser, year.app.url, look, signedIn ? { signedInAs: year.owner.client } : {})
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
