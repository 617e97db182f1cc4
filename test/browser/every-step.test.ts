import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { steps } from '../../apps/api/src/applications/application-step.js'
import { everyStep, type Moment, type StepPage } from '../factories/every-step.js'
import { personalPage } from '../factories/fans.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { textAt } from '../support/http-client.js'
import { crowdedWhenLarge, examine } from './support/examine.js'
import { stands } from './support/stands.js'
import { desk, type Look, phone, visit, type Visitor } from './support/visitor.js'

/** On a phone in both themes; for pictures also on a desk. */
const looks: readonly Look[] = [
  phone('nl', 'light'),
  phone('en', 'dark'),
  ...(process.env.SCREENSHOTS ? [desk('en', 'light'), desk('nl', 'dark')] : []),
]

describe('a personal page, at every step an application can come to', () => {
  let app: TestApp
  let browser: Browser
  let owner: SignedUp
  let moments: Moment[]
  let visitors: readonly { readonly look: Look; readonly visitor: Visitor }[]
  const seen = new Set<string>()

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    moments = everyStep(app, owner)
    browser = await launchBrowser()
    visitors = await Promise.all(looks.map(async (look) => ({ look, visitor: await visit(browser, app.url, look) })))
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it.each([
    'while applications are open',
    'when the list is sealed',
    'when the draw is made',
    'when some have answered',
    'when the time to answer is over',
    'while it happens',
    'afterwards',
  ])(
    '%s',
    async (name) => {
      const moment = moments.find((candidate) => candidate.name === name)
      const pages = (await moment?.arrive()) ?? []
      expect(pages).not.toEqual([])
      const complaints: string[] = []
      for (const page of pages) complaints.push(...(await look(page)))
      expect(complaints).toEqual([])
    },
    180_000,
  )

  it('was every step there is', () => {
    expect([...seen].sort()).toEqual([...steps].sort())
  })

  /** What is wrong with somebody's page, in any look. */
  async function look(subject: StepPage): Promise<string[]> {
    seen.add(textAt((await personalPage(app, subject)).body, 'step'))
    const complaints: string[] = []
    for (const { look: how, visitor } of visitors) {
      const before = visitor.troubles.length
      await visitor.page.goto(`/me/${subject.personalToken}`)
      await stands(visitor.page)
      await visitor.picture(`step-${subject.name}`)
      const found = [...(await examine(visitor.page)), ...(await crowdedWhenLarge(visitor.page)), ...visitor.troubles.slice(before)]
      complaints.push(...found.map((what) => `${subject.name}, ${how.locale}, ${how.theme}, ${how.width}: ${what}`))
    }
    return complaints
  }
})
