import { afterAll, beforeAll, describe, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import { Judge, type Sight, twice } from './support/judge.js'
import { startYear, type Year } from './support/year.js'

let year: Year
let browser: Browser
let judge: Judge

beforeAll(async () => {
  ;[year, browser] = await Promise.all([startYear(), launchBrowser()])
  judge = new Judge(browser, year, false)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await year.app.close()
})

const event =
  (phase: keyof Year['events'], page = '') =>
  ({ owner, events }: Year) =>
    `/${owner.slug}/${events[phase].slug}${page}`

const sights: Sight[] = [
  { name: 'home', path: () => '/' },
  { name: 'organization', path: ({ owner }) => `/${owner.slug}` },
  { name: 'event-announced', path: event('announced') },
  { name: 'event-open', path: event('open') },
  { name: 'event-closed', path: event('closed') },
  { name: 'event-drawn', path: event('drawn') },
  { name: 'event-live', path: event('live') },
  { name: 'event-wrapped', path: event('wrapped') },
  { name: 'event-cancelled', path: event('cancelled') },
  { name: 'apply', path: event('open', '/apply') },
  { name: 'apply-announced', path: event('announced', '/apply') },
  { name: 'apply-closed', path: event('drawn', '/apply') },
  { name: 'draw-to-come', path: event('open', '/draw') },
  { name: 'draw-sealed', path: event('closed', '/draw') },
  { name: 'draw-drawn', path: event('drawn', '/draw') },
  { name: 'confirm-unknown', path: () => `/confirm/${'A'.repeat(24)}`, nowhere: true },
  { name: 'address-unknown', path: () => `/address/${'A'.repeat(24)}`, nowhere: true },
  { name: 'me-unknown', path: () => `/me/${'A'.repeat(24)}`, nowhere: true },
  { name: 'no-mail', path: ({ noMailPage }) => noMailPage },
  { name: 'no-mail-unknown', path: () => `/no-mail/${'A'.repeat(24)}`, nowhere: true },
  { name: 'lost-link', path: () => '/lost-link' },
  { name: 'nowhere', path: () => '/nobody/nothing', nowhere: true },
  ...(
    ['received', 'confirmed', 'entered', 'invited', 'coming', 'waiting', 'declined', 'here', 'thanked', 'missed', 'cancelled'] as const
  ).map((person) => ({
    name: `me-${person}`,
    path: ({ personalPages }: Year) => personalPages[person],
  })),
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'sign-up', path: () => '/sign-up' },
  { name: 'forgot-password', path: () => '/reset' },
]

describe('every public page can be used by anybody, without a trouble', () => {
  it.each(twice(sights))('$name, $locale, $theme, $width pixels wide', ({ look, ...sight }) => judge.judge(sight, look))
})
