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
  judge = new Judge(browser, year, true)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await year.app.close()
})

const editorParts = ['basics', 'cover', 'dates', 'place', 'hosts', 'questions', 'policy', 'agenda', 'survey', 'more']
const inConsole =
  (page = '') =>
  ({ owner }: Year) =>
    `/console/${owner.slug}${page}`
const ofDraft =
  (page: string) =>
  ({ owner, draftId }: Year) =>
    `/console/${owner.slug}/events/${draftId}${page}`
const ofEvent =
  (phase: keyof Year['events'], page = '') =>
  ({ owner, events }: Year) =>
    `/console/${owner.slug}/events/${events[phase].id}${page}`

const sights: Sight[] = [
  { name: 'console-events', path: inConsole() },
  { name: 'console-hosts', path: inConsole('/hosts') },
  { name: 'console-host', path: ({ owner, hostId }) => `/console/${owner.slug}/hosts/${hostId}` },
  { name: 'console-team', path: inConsole('/team') },
  { name: 'console-settings', path: inConsole('/settings') },
  { name: 'console-home-draft', path: ofDraft('') },
  ...(['open', 'drawn', 'wrapped', 'cancelled'] as const).map((phase) => ({ name: `console-home-${phase}`, path: ofEvent(phase) })),
  ...editorParts.map((part) => ({ name: `console-edit-${part}`, path: ofDraft(`/edit/${part}`) })),
  { name: 'console-edit-locked', path: ofEvent('open', '/edit/dates') },
  { name: 'console-edit-policy-open', path: ofEvent('open', '/edit/policy') },
  { name: 'console-edit-policy-locked', path: ofEvent('drawn', '/edit/policy') },
  { name: 'console-preview', path: ofDraft('/preview') },
  { name: 'console-applications', path: ofEvent('open', '/applications') },
  {
    name: 'console-applications-filtered',
    path: ofEvent('open', '/applications?fan=new&sort=name&column=country&column=handle&column=tags'),
  },
  { name: 'console-duplicates', path: ofEvent('open', '/applications/duplicates') },
  { name: 'console-imports', path: ofEvent('open', '/imports') },
  { name: 'console-imports-closed', path: ofEvent('drawn', '/imports') },
  { name: 'console-import', path: ({ owner, events, importId }) => `/console/${owner.slug}/events/${events.open.id}/imports/${importId}` },
  { name: 'console-live', path: ofEvent('open', '/live') },
  { name: 'console-refusals', path: ofEvent('open', '/refusals') },
  { name: 'console-picks', path: ofEvent('open', '/picks') },
  { name: 'console-review', path: ofEvent('open', '/review') },
  { name: 'console-draw', path: ofEvent('drawn', '/draw') },
  { name: 'console-invitations', path: ofEvent('drawn', '/invitations') },
  { name: 'console-agenda', path: ofEvent('open', '/agenda') },
  { name: 'console-messages', path: ofEvent('drawn', '/messages') },
  { name: 'console-day', path: ofEvent('live', '/day') },
  { name: 'console-results', path: ofEvent('wrapped', '/results') },
  { name: 'door', path: ({ owner, events }) => `/door/${owner.slug}/${events.live.id}` },
]

describe('every page of the console can be used by anybody, without a trouble', () => {
  it.each(twice(sights))('$name, $locale, $theme, $width pixels wide', ({ look, ...sight }) => judge.judge(sight, look))
})
