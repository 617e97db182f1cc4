import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { type SelectionPolicy, usualPolicy } from '#policy'
import { openEvent } from '../factories/drawn-event.js'
import { applyAndConfirm } from '../factories/application.js'
import { enterFans, roundTime } from '../factories/fans.js'
import { enterGroup } from '../factories/groups.js'
import { declarePolicy } from '../factories/policies.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { inaccessible, overflowing } from './support/examine.js'
import { desk, phone, visit, type Visitor } from './support/visitor.js'

/** Two seats for whoever comes by train, the rest for everybody; a bike adds two lots, and two may come together. */
function declared({ questionIds: [, , travel = ''] }: PublishedEvent): SelectionPolicy {
  const who = { kind: 'answer', questionId: travel, options: ['Train'] } as const
  return {
    ...usualPolicy,
    pools: [
      { id: 'train', seats: 2, who, called: { nl: 'mensen die met de trein komen', en: 'people who come by train' }, closesAt: null },
      ...usualPolicy.pools,
    ],
    spillTo: 'open',
    weights: { ...usualPolicy.weights, answers: [{ questionId: travel, option: 'Bike', extra: 2 }] },
    companions: { largest: 2, fill: 'hold' },
  }
}

describe('a draw with two pools, weights and groups', () => {
  let app: TestApp
  let browser: Browser
  let drawPage: string

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    const owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    const event = await openEvent(app, owner, 6)
    await declarePolicy(owner, event, declared(event))
    const [from = '', , travel = ''] = event.questionIds
    await enterFans(app, owner, event, 4)
    await enterGroup(app, owner, event, 2)
    for (const name of ['ans', 'bea', 'cor'])
      await applyAndConfirm(app, owner, event, { name, email: `${name}@example.org`, answers: { [from]: 'Delft', [travel]: 'Train' } })
    await app.moveTo(event.closesAt)
    await app.moveTo(await roundTime(app, owner, event))
    drawPage = `/${owner.slug}/${event.slug}/draw`
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  async function check(visitor: Visitor): Promise<void> {
    await visitor.page.goto(drawPage)
    await visitor.page.getByRole('button', { name: 'Do the draw again' }).click()
  }

  it('holds, step by step, on the own computer of whoever doubts it', async () => {
    const visitor = await visit(browser, app.url, desk('en', 'dark'))
    await check(visitor)
    await visitor.page.getByText('All of it holds').waitFor()
    await visitor.page.getByRole('cell', { name: 'people who come by train' }).first().waitFor()
    const steps = visitor.page.getByRole('list', { name: 'Steps of the check' }).getByRole('listitem')
    expect(await steps.filter({ hasText: 'holds' }).count()).toBe(5)
    expect(await visitor.page.getByText('3 lots').count()).toBeGreaterThan(0)
    expect(await visitor.page.getByText('seats end here').count()).toBe(0)
    expect([...(await inaccessible(visitor.page)), ...(await overflowing(visitor.page, 320))]).toEqual([])
    await visitor.picture('draw-policy-checked')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it.each([
    { lie: 'gives a ticket more lots than it had', file: 'entries.txt', from: / 3 (?=-|train)/, to: ' 2 ', step: 'The list' },
    { lie: 'gives a seat of one pool out in another', file: 'log.jsonl', from: /"train"\]/, to: '"open"]', step: 'The seats' },
    {
      lie: 'moves a seat from one pool to the other',
      file: 'manifest.json',
      from: /"seats":4,"tag":null/,
      to: '"seats":5,"tag":null',
      step: 'The list',
    },
  ] as const)('does not hold where somebody $lie, and says at which step', async ({ file, from, to, step }) => {
    const visitor = await visit(browser, app.url, phone('en'))
    await visitor.page.route('**/draw/bundle.zip', async (route) => {
      const answer = await route.fetch()
      const body = Buffer.from(replaced(await answer.body(), file, from, to))
      await route.fulfill({ response: answer, body, headers: { ...answer.headers(), 'content-length': String(body.length) } })
    })
    await check(visitor)
    await visitor.page.getByText('It does not hold', { exact: true }).waitFor()
    const failed = visitor.page
      .getByRole('list', { name: 'Steps of the check' })
      .getByRole('listitem')
      .filter({ hasText: /Does not hold\./ })
    expect(await failed.first().innerText()).toContain(step)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

/** A bundle in which one passage of one file reads otherwise. */
function replaced(archive: Uint8Array, name: string, from: RegExp, to: string): Uint8Array {
  const files = unzipSync(archive)
  const text = strFromU8(files[name] ?? new Uint8Array(0))
  const lie = text.replace(from, to)
  if (lie === text) throw new Error(`There is nothing to change in ${name}: ${text.slice(0, 300)}`)
  return zipSync({ ...files, [name]: strToU8(lie) })
}
