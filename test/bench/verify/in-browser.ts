import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { build } from '../../../apps/cli/build/build.js'
import type { Holdings } from '../../../apps/cli/terminal/interruptible.js'
import { complain } from '../../../apps/cli/terminal/say.js'
import { launchBrowser } from '../../support/browser.js'
import { type Figures, rounded, sizeName } from '../draw/figures.js'
import { fiveHashesEach } from '../draw/five-hashes.js'
import type { BenchBundle } from './bundle.js'
import { type ServedWorker, serveWorker } from './serve-worker.js'

/** The best of these counts. */
const TIMES = 2

interface Checked {
  /** From the first byte asked for to the verdict. */
  readonly milliseconds: number
  readonly fetching: number
  readonly ok: boolean
  readonly reason: string | null
  /** How often the page heard how far it is. */
  readonly told: number
}

/** The part of a browser's globals that speaks to the worker; the types here are those of Node. */
interface PageGlobals {
  readonly Worker: new (
    script: string,
    options: { type: 'module' },
  ) => {
    postMessage(message: object): void
    addEventListener(type: 'error', listen: (event: { message: string }) => void): void
    addEventListener(type: 'message', listen: (event: { data: CheckMessage }) => void): void
  }
}

/** What the worker tells, as far as the bench listens. */
type CheckMessage =
  | { readonly kind: 'progress' | 'fetched' | 'step' }
  | { readonly kind: 'done'; readonly result: { readonly ok: boolean } }
  | { readonly kind: 'broken'; readonly reason: string }

/** The worker of the draw page, as it was built and under the policy it is served with, in a real browser. */
export async function measureInBrowser(holdings: Holdings, bundles: readonly BenchBundle[]): Promise<Figures> {
  await build({ web: true })
  const browser = await holdings.hold(
    () => launchBrowser([], { exitsOnSignals: false }),
    (launched) => launched.close(),
  )
  const figures: Record<string, number> = {}
  for (const bundle of bundles.filter(({ size }) => size >= 100_000)) {
    const served = await holdings.hold(
      () => serveWorker(bundle),
      ({ close }) => close(),
    )
    const best = await bestCheck(browser, served, bundle)
    const hashes = fiveHashesEach(bundle.size, new Uint8Array(readFileSync(`${bundle.folder}/entries.txt`)))
    const name = `browser_${sizeName(bundle.size)}`
    figures[`${name}_seconds`] = rounded(best.milliseconds / 1000, 2)
    figures[`${name}_fetch_seconds`] = rounded(best.fetching / 1000, 2)
    figures[`${name}_ratio`] = rounded(best.milliseconds / hashes, 3)
    figures[`${name}_peak_mb`] = rounded(best.peakBytes / 1e6, 0)
    complain(
      `${bundle.size} in the browser: ${rounded(best.milliseconds, 0)} ms, ${rounded(best.fetching, 0)} of them to unpack it, told ${best.told} times, at most ${rounded(best.peakBytes / 1e6, 0)} MB`,
    )
  }
  return figures
}

async function bestCheck(browser: Browser, served: ServedWorker, bundle: BenchBundle): Promise<Checked & { readonly peakBytes: number }> {
  let best: (Checked & { readonly peakBytes: number }) | undefined
  for (let time = 0; time < TIMES; time += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(served.url)
    const checked = await check(page, served.worker, bundle)
    if (!checked.ok) throw new Error(`The worker does not accept the proof: ${checked.reason ?? 'a step fails'}`)
    const measured = { ...checked, peakBytes: await largestPage(browser) }
    if (best === undefined || measured.milliseconds < best.milliseconds) best = measured
    await context.close()
  }
  if (best === undefined) throw new Error('Nothing was measured.')
  return best
}

/** Speaks to the worker as the page does. */
function check(page: Page, worker: string, { commitment, head }: BenchBundle): Promise<Checked> {
  return page.evaluate(
    ({ script, published }) =>
      new Promise<Checked>((resolve) => {
        const started = performance.now()
        let fetching = 0
        let told = 0
        const { Worker } = globalThis as unknown as PageGlobals
        const worker = new Worker(script, { type: 'module' })
        const settle = (ok: boolean, reason: string | null) =>
          resolve({ milliseconds: performance.now() - started, fetching, ok, reason, told })
        worker.addEventListener('error', ({ message }) => settle(false, message))
        worker.addEventListener('message', ({ data }) => {
          if (data.kind === 'progress') told += 1
          if (data.kind === 'broken') settle(false, data.reason)
          if (data.kind === 'done') settle(data.result.ok, null)
          if (data.kind !== 'fetched') return
          fetching = performance.now() - started
          worker.postMessage({ kind: 'check', ...published })
        })
        worker.postMessage({ kind: 'fetch', archive: '/draw.zip' })
      }),
    { script: worker, published: { commitment, head } },
  )
}

/** The greatest memory that a page's process has had, where Linux tells it. */
async function largestPage(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
  return Math.max(...peaks)
}

function peakOf(process: number): number {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? []
    return Number(kibibytes) * 1024
  } catch {
    return Number.NaN
  }
}
