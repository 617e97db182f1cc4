import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type SelectionPolicy, usualPolicy } from '#policy'
import { answerInvitation, personalPage, roundTime } from '../factories/fans.js'
import { openEvent } from '../factories/drawn-event.js'
import { applyAndConfirm } from '../factories/application.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { textAt } from '../support/http-client.js'
import { desk, visit } from './support/visitor.js'

/** Ways in which text has become code elsewhere. What would run opens a dialog or breaks the content policy, and a visitor takes note of both. */
const hostile = {
  image: '<img src=x onerror=alert(1)>',
  closing: '</script><script>alert(2)</script>',
  attribute: '"><svg onload=alert(3)>',
  template: '{{constructor.constructor("alert(4)")()}}',
  address: 'javascript:alert(5)//',
  entity: '&lt;b&gt;&#39;&amp;',
} as const

/** One seat for a group whose name is hostile in both languages, and a stranger with a hostile name who gives a secret. */
const hostilePolicy: SelectionPolicy = {
  ...usualPolicy,
  pools: [
    {
      id: 'press',
      seats: 1,
      who: { kind: 'tag', tag: 'press' },
      called: { nl: hostile.attribute, en: `people ${hostile.image}` },
      closesAt: null,
    },
    ...usualPolicy.pools,
  ],
  randomness: {
    mode: 'beacon',
    contributors: [{ id: 'notary', name: `Notary ${hostile.closing}`, commit: 'a'.repeat(64) }],
    fallbackDays: 7,
  },
}

let app: TestApp
let browser: Browser
let owner: SignedUp
let event: PublishedEvent
let fan: { personalToken: string }

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
  owner = await signUp(app.client(), { organizationName: `Museum ${hostile.image}`, name: `Mirjam ${hostile.attribute}` })
  const host = await owner.client.post(`/api/organizations/${owner.slug}/hosts`, {
    name: `Ineke ${hostile.closing}`,
    roleTitle: hostile.attribute,
    replyTo: 'ineke@duinlicht.example',
  })
  event = await openEvent(app, owner, 3, {
    policy: hostilePolicy,
    title: `Night ${hostile.closing}`,
    tagline: hostile.image,
    story: `<p onclick="alert(6)">The story <img src=x onerror=alert(7)><a href="javascript:alert(8)">press</a></p><script>alert(9)</script><style>*{display:none}</style>`,
    practical: `<p>The way <iframe src="javascript:alert(10)"></iframe><svg><script>alert(11)</script></svg></p>`,
    venueName: hostile.attribute,
    venueAddress: hostile.template,
    hostIds: [textAt(host.body, 'id')],
    questions: [
      { type: 'short', label: `From ${hostile.image}`, help: hostile.entity, required: true, options: [], maxLength: 100 },
      { type: 'long', label: hostile.template, required: false, options: [], maxLength: 400 },
      { type: 'choice', label: hostile.attribute, required: true, options: [hostile.closing, 'Bike'], maxLength: 100 },
    ],
    agenda: [
      {
        startsAt: new Date((await app.now()).getTime() + 40 * 86_400_000).toISOString(),
        title: hostile.image,
        place: hostile.closing,
        speaker: hostile.attribute,
        note: hostile.address,
      },
    ],
  })
  const [from = '', show = '', travel = ''] = event.questionIds
  fan = await applyAndConfirm(app, owner, event, {
    name: `Sanne ${hostile.image}`,
    email: 'sanne@example.org',
    answers: { [from]: hostile.closing, [show]: hostile.image, [travel]: hostile.closing },
  })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

/** Goes there, sees these texts letter by letter, and finds that nothing of them ran. */
async function seesAsText(path: string, texts: readonly string[], signedIn = false): Promise<void> {
  const visitor = await visit(browser, app.url, desk('en'), signedIn ? { signedInAs: owner.client } : {})
  await visitor.page.goto(path)
  for (const text of texts) await visitor.page.getByText(text).first().waitFor()
  expect(
    await visitor.page
      .locator('img[src="x"], [onerror], [onload], [onclick], [href^="javascript:"], main iframe, main script, main style')
      .count(),
  ).toBe(0)
  expect(visitor.troubles).toEqual([])
  await visitor.leave()
}

describe('markup in what people write stays text', () => {
  it('on the public page', () =>
    seesAsText(`/${owner.slug}/${event.slug}`, [
      `Night ${hostile.closing}`,
      `Museum ${hostile.image}`,
      hostile.attribute,
      `Ineke ${hostile.closing}`,
      'The story',
      `1 seat for people ${hostile.image}.`,
    ]))

  it('in the list of events', () => seesAsText(`/${owner.slug}`, [`Night ${hostile.closing}`]))

  it('in the form, and in what is kept of it', async () => {
    const visitor = await visit(browser, app.url, desk('en'))
    const { page } = visitor
    await page.goto(`/${owner.slug}/${event.slug}/apply`)
    await page.getByLabel('Your name').fill(hostile.image)
    await page.getByLabel('Your e-mail address').fill('else@example.org')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel(`From ${hostile.image}`).fill(hostile.closing)
    await page.getByLabel(hostile.template).fill(hostile.attribute)
    await page.getByRole('radio', { name: hostile.closing }).check()
    await page.getByText('Saved on this device').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.getByText(hostile.attribute).first().waitFor()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Send my application' }).click()
    await page.getByRole('heading', { level: 1, name: /your ticket is in/ }).waitFor()
    await page.getByText(hostile.image).first().waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('is refused in a handle, with a word on what would be right', async () => {
    const visitor = await visit(browser, app.url, desk('en'))
    const { page } = visitor
    await page.goto(`/${owner.slug}/${event.slug}/apply`)
    await page.getByLabel('Your name').fill('Sanne')
    await page.getByLabel('Your e-mail address').fill('handle@example.org')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Your handle').fill(`@${hostile.image}@toot.example`)
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.getByText('Write it whole, like @name@mastodon.social').waitFor()
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('on the personal page', () => seesAsText(`/me/${fan.personalToken}`, [hostile.image, hostile.closing, `From ${hostile.image}`]))

  it.each([
    { page: 'the events', path: () => '', texts: [`Night ${hostile.closing}`, `Museum ${hostile.image}`] },
    { page: 'the hosts', path: () => '/hosts', texts: [`Ineke ${hostile.closing}`, hostile.attribute] },
    { page: 'the team', path: () => '/team', texts: [`Mirjam ${hostile.attribute}`] },
    { page: 'the timeline', path: () => `/events/${event.id}`, texts: [`Mirjam ${hostile.attribute}`] },
    { page: 'the preview', path: () => `/events/${event.id}/preview`, texts: [hostile.image, 'The story'] },
    { page: 'the editor', path: () => `/events/${event.id}/edit/basics`, texts: ['The story'] },
    {
      page: 'the seats and the draw',
      path: () => `/events/${event.id}/edit/policy`,
      texts: [`people ${hostile.image}`, `Notary ${hostile.closing}`],
    },
    { page: 'the applications', path: () => `/events/${event.id}/applications`, texts: [`Sanne ${hostile.image}`] },
    { page: 'the agenda', path: () => `/events/${event.id}/agenda`, texts: [hostile.image, hostile.attribute] },
  ])('in $page of the console', ({ path, texts }) => seesAsText(`/console/${owner.slug}${path()}`, texts, true))

  it('on the page of somebody who comes', async () => {
    await app.moveTo(event.closesAt)
    await app.moveTo(await roundTime(app, owner, event))
    const { body } = await personalPage(app, fan)
    expect(textAt(body, 'step')).toBe('invited')
    await answerInvitation(app, fan, 'accept')
    await seesAsText(`/me/${fan.personalToken}`, [hostile.image, hostile.closing, hostile.attribute, hostile.address, 'The way'])
  })
})
