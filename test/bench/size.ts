import type { Browser, CDPSession } from 'playwright-core'
import { startEmbeddedDatabase } from '../../apps/api/src/database/embedded/index.js'
import { build } from '../../apps/cli/build/build.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { complain, say } from '../../apps/cli/terminal/say.js'
import { openEvent } from '../factories/drawn-event.js'
import type { PublishedEvent } from '../factories/published-event.js'
import { type SignedUp, signUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { launchBrowser } from '../support/browser.js'

/** The most JavaScript that the public page and the form may send, in thousands of bytes as they go over the wire. */
const limit = 150
const languages = ['en', 'nl'] as const

/** One script as the browser got it. */
interface Script {
  readonly path: string
  /** With its headers, compressed as it came. */
  bytes: number
}

/** `npm run bench -- size`: opens the public page and the form in a real browser and weighs the JavaScript that arrives. Status 1 when it is too much. */
export const run = (): Promise<number> => runInterruptibly(measure)

async function measure(holdings: Holdings): Promise<number> {
  await build({ web: true })
  complain('A Tweetup starts, with an event that takes applications.')
  await startDatabaseServer(holdings)
  const app = await holdings.hold(
    () => startTestApp(),
    (started) => started.close(),
  )
  const owner = await signUp(app.client())
  const event = await openEvent(app, owner, 10)
  const browser = await holdings.hold(
    () => launchBrowser([], { exitsOnSignals: false }),
    (launched) => launched.close(),
  )
  return await weigh(app, browser, owner, event)
}

/** A PostgreSQL for this run alone, named where the tests look for theirs. */
async function startDatabaseServer(holdings: Holdings): Promise<void> {
  const server = await holdings.hold(
    () => startEmbeddedDatabase({ ephemeral: true }),
    (started) => started.stop(),
  )
  process.env.TWEETUP_TEST_DATABASE_SERVER = server.superuserUrl
  process.env.TWEETUP_TEST_DATABASE_OWNER = server.url
}

async function weigh(app: TestApp, browser: Browser, { slug }: SignedUp, event: PublishedEvent): Promise<number> {
  const address = `${app.url}/${slug}/${event.slug}`
  const page = await heaviest(browser, address)
  const form = await heaviest(browser, `${address}/apply`)
  say(JSON.stringify({ bench: 'size', public_js_kb: page, form_js_kb: form, limit_kb: limit }))
  return Math.max(page, form) > limit ? 1 : 0
}

/** In the language that weighs more. */
async function heaviest(browser: Browser, address: string): Promise<number> {
  const weights: number[] = []
  for (const language of languages) weights.push(await weightOf(browser, address, language))
  return Math.max(...weights)
}

/** Reads a page to its end and touches every field, as somebody does who fills it in: what loads later counts too. */
async function weightOf(browser: Browser, address: string, language: string): Promise<number> {
  const context = await browser.newContext({ locale: language, viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const scripts = await collectScripts(await context.newCDPSession(page))
    await page.goto(address, { waitUntil: 'networkidle' })
    for (const field of await page.locator('input:visible, textarea:visible, select:visible').all()) await field.focus()
    await page.keyboard.press('End')
    await page.waitForLoadState('networkidle')
    const bytes = [...scripts.values()].reduce((sum, script) => sum + script.bytes, 0)
    if (bytes === 0) throw new Error(`${address} brought no JavaScript: has it been built?`)
    complain(`${new URL(address).pathname} (${language}): ${thousands(bytes)} KB in ${scripts.size} files`)
    for (const { path, bytes: size } of [...scripts.values()].sort((one, other) => other.bytes - one.bytes))
      complain(`  ${thousands(size).toFixed(1).padStart(6)} KB  ${path}`)
    return thousands(bytes)
  } finally {
    await context.close()
  }
}

/** Notes every script that arrives, whether a tag, an import or a worker asked for it. */
async function collectScripts(devtools: CDPSession): Promise<ReadonlyMap<string, Script>> {
  const scripts = new Map<string, Script>()
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript|wasm/.test(response.mimeType)) scripts.set(requestId, { path: new URL(response.url).pathname, bytes: 0 })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.bytes = encodedDataLength
  })
  await devtools.send('Network.enable')
  return scripts
}

const thousands = (bytes: number): number => Math.round(bytes / 100) / 10
