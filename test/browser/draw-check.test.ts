import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { answerInvitation } from '../factories/fans.js'
import { drawnEvent } from '../factories/drawn-event.js'
import { signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'
import { runPython } from '../support/python.js'
import { desk, phone, visit } from './support/visitor.js'

describe('anybody who doubts the draw', () => {
  let app: TestApp
  let browser: Browser
  let drawPage: string
  let ticket: string

  beforeAll(async () => {
    app = await startTestApp({ smtp: true, clock: '2027-05-03T09:00:00Z' })
    const owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
    const { event, fans } = await drawnEvent(app, owner, { capacity: 3, fans: 7 })
    if (!fans[0] || !fans[5]) throw new Error('There are no fans.')
    await answerInvitation(app, fans[0], 'decline')
    ticket = `${fans[5].ticketId.slice(0, 4)}-${fans[5].ticketId.slice(4, 8)}`
    drawPage = `/${owner.slug}/${event.slug}/draw`
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it('lets the own computer do it again, and every step holds', async () => {
    const visitor = await visit(browser, app.url, desk('en'))
    await visitor.page.goto(drawPage)
    await visitor.page.getByText('Trial beacon, not public').first().waitFor()
    await visitor.page.getByRole('button', { name: 'Do the draw again' }).click()
    await visitor.page.getByText('All of it holds').waitFor()
    const steps = visitor.page.getByRole('list', { name: 'Steps of the check' }).getByRole('listitem')
    expect(await steps.filter({ hasText: 'holds' }).count()).toBe(5)
    await visitor.picture('draw-checked')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it.each([
    { part: 'entries', step: 'The list' },
    { part: 'log', step: 'The seats' },
  ] as const)('sees that $step does not hold when one letter of the $part was changed', async ({ part, step }) => {
    const visitor = await visit(browser, app.url, phone('en', 'dark'))
    await visitor.page.route('**/draw/bundle.zip', async (route) => {
      const answer = await route.fetch()
      const body = Buffer.from(withOneLetterChanged(await answer.body(), part))
      await route.fulfill({ response: answer, body, headers: { ...answer.headers(), 'content-length': String(body.length) } })
    })
    await visitor.page.goto(drawPage)
    await visitor.page.getByRole('button', { name: 'Do the draw again' }).click()
    await visitor.page.getByText('It does not hold', { exact: true }).waitFor()
    const failed = visitor.page
      .getByRole('list', { name: 'Steps of the check' })
      .getByRole('listitem')
      .filter({ hasText: /Does not hold\./ })
    expect(await failed.first().innerText()).toContain(step)
    await visitor.picture(`draw-tampered-${part}`)
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('gets a program to read and to run, which finds the same without the page', async () => {
    const visitor = await visit(browser, app.url, phone('nl'))
    await visitor.page.goto(drawPage)
    const link = visitor.page.getByRole('link', { name: 'verify_draw.py' })
    const command = await visitor.page.getByText('python3 verify_draw.py').innerText()
    await link.scrollIntoViewIfNeeded()
    await visitor.picture('draw-verifier')
    const program = await fetch(new URL((await link.getAttribute('href')) ?? '', app.url))
    expect(program.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const folder = await mkdtemp(join(tmpdir(), 'tweetup-proof-'))
    try {
      const archive = await fetch(new URL(`/api/public${drawPage}/bundle.zip`, app.url))
      await writeFile(join(folder, 'verify_draw.py'), await program.text())
      await writeFile(join(folder, 'draw.zip'), Buffer.from(await archive.arrayBuffer()))
      const [, ...options] = command.replaceAll('\\\n', '').split(/\s+/).slice(1)
      const { status, output } = runPython(join(folder, 'verify_draw.py'), [
        join(folder, 'draw.zip'),
        ...options.slice(1),
        '--ticket',
        ticket,
      ])
      expect(output).toMatch(/All of this holds[^]*place \d of 7/)
      expect(output.match(/, as published$/gm)).toHaveLength(2)
      expect(status).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })

  it('finds her own ticket in the order', async () => {
    const visitor = await visit(browser, app.url, phone('nl'))
    await visitor.page.goto(drawPage)
    await visitor.page.getByLabel('Zoek een lotnummer').fill(ticket)
    await visitor.page.getByRole('row').filter({ hasText: ticket }).first().waitFor()
    await visitor.picture('draw-found')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  })
})

/** A bundle that is well formed, but for one hexadecimal digit of its first ticket or of its log's first hash. */
function withOneLetterChanged(archive: Uint8Array, part: 'entries' | 'log'): Uint8Array {
  const files = unzipSync(archive)
  const name = { entries: 'entries.txt', log: 'log.jsonl' }[part]
  const text = strFromU8(files[name] ?? new Uint8Array(0))
  const at = /[0-9a-f]{64}/.exec(text)?.index
  if (at === undefined) throw new Error(`There is nothing to change in the ${part}.`)
  return zipSync({ ...files, [name]: strToU8(text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)) })
}
