import { say } from '../../apps/cli/terminal/say.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import type { Figures } from './draw/figures.js'
import { makeBundles } from './verify/bundle.js'
import { measureInBrowser } from './verify/in-browser.js'
import { measureInNode } from './verify/in-node.js'

/**
 * `npm run bench -- verify`: how long it takes to check a proof, and with how much memory, in Node and by the draw page's own worker in a
 * browser. Progress goes to standard error; the last line is all figures as JSON. Status 1 when 100 000 entries take a browser 3 s.
 */
export const run = (): Promise<number> => runInterruptibly(measure)

async function measure(holdings: Holdings): Promise<number> {
  const bundles = await makeBundles(holdings)
  const inNode: Figures = await measureInNode(bundles)
  const inBrowser: Figures = await measureInBrowser(holdings, bundles)
  const figures: Figures = { ...inNode, ...inBrowser }
  say(JSON.stringify({ bench: 'verify', ratio: figures.node_1m_ratio, ...figures }))
  return Number(figures.browser_100k_seconds) < 3 ? 0 : 1
}
