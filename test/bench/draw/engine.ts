import { hash } from 'node:crypto'
import { parseEntries, rankUnits } from '#draw'
import { rankEntries, readEntries } from '../../../apps/api/src/draws/engine/draw-engine.js'
import { complain } from '../../../apps/cli/terminal/say.js'
import { benchLimits, entriesFile, type Kind } from './entries-file.js'
import { type Figures, rounded, sizeName } from './figures.js'
import { fiveHashesEach } from './five-hashes.js'

const SIZES = [10_000, 100_000, 1_000_000]
const KINDS: readonly Kind[] = ['uniform', 'weighted']
/** Each is measured so often, in turn, and the best counts: what else the machine does makes things slower, never quicker. */
const ROUNDS = 4
const seed = hash('sha256', 'the number of the round')

interface Times {
  /** On one thread, as the pages do it. */
  readonly alone: number
  /** As the server does it, with threads where they pay. */
  readonly product: number
  readonly hashes: number
}

/**
 * The engine alone, as the server runs it and on one thread: lines in, ranked list and order hash out, the root over the lines on the way.
 * Against five hashes per entry, in the same run.
 */
export async function measureEngine(): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const kind of KINDS) {
    for (const size of SIZES) {
      const { alone, product, hashes } = await measure(size, kind)
      const name = `${kind}_${sizeName(size)}`
      figures[`${name}_ratio`] = rounded(product / hashes, 3)
      figures[`${name}_ratio_one_thread`] = rounded(alone / hashes, 3)
      figures[`${name}_ms`] = rounded(product, 0)
      complain(
        `${size} entries, ${kind}: ${rounded(product, 0)} ms, ${rounded(alone, 0)} ms on one thread, five hashes each ${rounded(hashes, 0)} ms`,
      )
    }
  }
  return { ratio: figures[`uniform_${sizeName(1_000_000)}_ratio`] ?? Number.NaN, ...figures }
}

async function measure(size: number, kind: Kind): Promise<Times> {
  const file = entriesFile(size, kind)
  let best: Times = { alone: Number.POSITIVE_INFINITY, product: Number.POSITIVE_INFINITY, hashes: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round += 1) {
    const hashes = fiveHashesEach(size, file)
    const alone = await timed(() => rankUnits(parseEntries(file, benchLimits, size), seed).hash)
    const product = await timed(async () => (await rankEntries(await readEntries(file, benchLimits, size), seed)).hash)
    if (alone.order !== product.order) throw new Error(`One thread gives the order ${alone.order}, the server gives ${product.order}.`)
    best = {
      alone: Math.min(best.alone, alone.milliseconds),
      product: Math.min(best.product, product.milliseconds),
      hashes: Math.min(best.hashes, hashes),
    }
  }
  return best
}

async function timed(work: () => string | Promise<string>): Promise<{ readonly order: string; readonly milliseconds: number }> {
  const started = performance.now()
  const order = await work()
  return { order, milliseconds: performance.now() - started }
}
