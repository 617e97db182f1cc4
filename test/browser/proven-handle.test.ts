import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openEvent } from '../factories/drawn-event.js'
import { enterFans, type Fan } from '../factories/fans.js'
import { ownProof, signInAt } from '../factories/proofs.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { at } from '../support/http-client.js'
import { type FediversePeer, startFediversePeer } from '../support/peers/fediverse-peer.js'
import { examine } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** The pages; the server behind social.example is the real authorization server of the fediverse test, whose own pages are one button here. */
describe('an account is shown to be hers', () => {
  let app: TestApp
  let browser: Browser
  let social: FediversePeer
  let owner: SignedUp
  let event: PublishedEvent
  let fans: Fan[]
  const visitors: Visitor[] = []

  beforeAll(async () => {
    social = await startFediversePeer({ host: 'social.example' })
    social.accounts.push({
      id: '1',
      username: 'anna',
      createdAt: '2019-03-01T00:00:00.000Z',
      followers: 412,
      follows: ['duinlicht@museum.example'],
    })
    social.signedInAs = '1'
    app = await startTestApp({ smtp: true, clock: '2027-05-01T10:00:00Z', settings: { PEERS: `social.example=127.0.0.1:${social.port}` } })
    browser = await launchBrowser()
    owner = await signUp(app.client())
    await owner.client.patch(`/api/organizations/${owner.slug}`, { fediverseHandle: '@duinlicht@museum.example' })
    const handleProof = { mode: 'required', networks: ['fediverse', 'bluesky', 'web', 'github'], followers: true }
    event = await openEvent(app, owner, 5, { handleProof })
    fans = await enterFans(app, owner, event, 2)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await Promise.all([app.close(), social.close()])
  })

  const fan = (index: number): Fan => fans[index] ?? fans[0]!

  async function arrive(look: Parameters<typeof visit>[2], choices = {}): Promise<Visitor> {
    const visitor = await visit(browser, app.url, look, choices)
    visitors.push(visitor)
    await visitor.context.route('https://social.example/**', async (route) => {
      const { state, code = '', issuer = '', place } = await signInAt(route.request().url(), { 'social.example': social.port })
      const back = `${app.url}/proof/${place}?${new URLSearchParams({ state, code, iss: issuer }).toString()}`
      await route.fulfill({ contentType: 'text/html', body: `<a href="${back.replaceAll('&', '&amp;')}">Authorize Tweetup</a>` })
    })
    return visitor
  }

  it.each([phone('nl'), phone('en', 'dark'), desk('en'), desk('nl', 'dark')])(
    'her page says what is missing, and what is read ($locale, $theme, $width)',
    async (look) => {
      const { page, picture, troubles } = await arrive(look)
      await page.goto(`/me/${fan(0).personalToken}`)
      await page.getByRole('heading', { level: 2, name: /^(Laat zien dat een account|Show that an account)/ }).waitFor()
      await page.getByText(/Instagram, TikTok, X/).waitFor()
      await picture('me-to-prove')
      expect(await examine(page)).toEqual([])
      await page.getByRole('radio', { name: /webpagina|web page/ }).check()
      await page.getByRole('textbox').fill('anna.example')
      await page.getByRole('button', { name: /^(Verder|Continue)$/ }).click()
      await page.getByText('rel="me"').first().waitFor()
      await picture('me-place-link')
      expect(await examine(page)).toEqual([])
      expect(troubles).toEqual([])
    },
  )

  it('she goes to her server, comes back and sees the mark', async () => {
    const { page, picture, troubles } = await arrive(phone('nl'))
    await page.goto(`/me/${fan(0).personalToken}`)
    await page.getByRole('textbox').fill('@anna@social.example')
    await page.getByRole('button', { name: 'Naar mijn server' }).click()
    await page.getByRole('link', { name: 'Authorize Tweetup' }).click()
    await page.getByRole('heading', { level: 2, name: 'Dit account is van jou' }).waitFor()
    await page.getByText('volgt het merk').waitFor()
    await page.getByText('412 volgers').waitFor()
    expect(page.url()).toBe(`${app.url}/me/${fan(0).personalToken}#account`)
    await picture('me-proven')
    expect(await examine(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  it('whoever opens the way back elsewhere changes nothing, and is told', async () => {
    const { page, picture } = await arrive(phone('en'))
    await page.goto('/proof/0123456789abcdef?state=stolen&code=stolen')
    await page.getByText('This is another browser or tab').waitFor()
    await picture('proof-lost')
    expect(await examine(page)).toEqual([])
  })

  it('an account that carries another application is refused in words', async () => {
    const { page, picture } = await arrive(desk('en'))
    await page.goto(`/me/${fan(1).personalToken}`)
    await page.getByRole('textbox').fill('@anna@social.example')
    await page.getByRole('button', { name: 'Go to my server' }).click()
    await page.getByRole('link', { name: 'Authorize Tweetup' }).click()
    await page.getByText('already proven for another application').waitFor()
    await picture('proof-taken')
    expect(await examine(page)).toEqual([])
    await page.getByRole('link', { name: 'Back to my page' }).click()
    await page.getByRole('heading', { level: 2, name: 'Show that an account is yours' }).waitFor()
    expect(at((await ownProof(app, fan(1))).body, 'proof')).toBeNull()
  })

  it('the team sees the mark beside the application, and sets what is asked', async () => {
    const { page, picture, troubles } = await arrive(desk('nl'), { signedInAs: owner.client })
    await page.goto(`/console/${owner.slug}/events/${event.id}/applications`)
    await page.getByRole('link', { name: fan(0).name }).click()
    await page.getByText('Bewezen account', { exact: true }).waitFor()
    await page.getByText('412 volgers').waitFor()
    await picture('console-proven')
    await page.goto(`/console/${owner.slug}/events/${event.id}/edit/proof`)
    await page.getByText('De aanmelding is open, dus dit blijft').waitFor()
    await picture('editor-proof-locked')
    expect(await examine(page)).toEqual([])
    const draft = await owner.client.post(`/api/organizations/${owner.slug}/events`, { title: 'Later' })
    await page.goto(`/console/${owner.slug}/events/${String(at(draft.body, 'id'))}/edit/proof`)
    await page.getByRole('radio', { name: /^Verplicht/ }).check()
    await page.getByRole('checkbox', { name: /^GitHub/ }).check()
    await picture('editor-proof')
    expect(await examine(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page
      .getByText(/^Opgeslagen|^Bewaard/)
      .first()
      .waitFor()
    const saved = await owner.client.get(`/api/organizations/${owner.slug}/events/${String(at(draft.body, 'id'))}`)
    expect(at(saved.body, 'handleProof')).toEqual({
      mode: 'required',
      networks: ['fediverse', 'bluesky', 'web', 'github'],
      followers: false,
    })
    expect(troubles).toEqual([])
  })

  it('she takes the proof back', async () => {
    const { page } = await arrive(phone('en'))
    await page.goto(`/me/${fan(0).personalToken}`)
    await page.getByRole('button', { name: 'Take this proof back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('heading', { level: 2, name: 'Show that an account is yours' }).waitFor()
    expect(at((await ownProof(app, fan(0))).body, 'proof')).toBeNull()
  })
})
