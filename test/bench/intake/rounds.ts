import type { Holdings } from '../../../apps/cli/terminal/interruptible.js'
import { complain } from '../../../apps/cli/terminal/say.js'
import { applyFor, type Turn } from './children.js'

/** Where fans can apply. */
export interface Side {
  readonly label: 'bare' | 'tweetup'
  readonly url: string
  readonly path: string
  readonly questions: Readonly<Record<string, string>>
  /** Which of these addresses are in its table. */
  readonly kept: (addresses: readonly string[]) => Promise<number>
}

/** What one side did with so many connections: the medians of its turns. */
export interface SideFigures {
  readonly per_second: number
  readonly p50_ms: number
  readonly p99_ms: number
}

export interface Comparison {
  readonly connections: number
  readonly bare: SideFigures
  readonly tweetup: SideFigures
  /** How many times as many applications per second Tweetup takes; the median of the pairs. */
  readonly ratio: number
  readonly lost: number
}

export interface Lengths {
  readonly pairs: number
  readonly milliseconds: number
  readonly warmUp: number
}

/** Both sides in turn, several times, after a warm-up of each, so that what else the machine does meets both. */
export async function compare(
  holdings: Holdings,
  bare: Side,
  tweetup: Side,
  connections: number,
  { pairs, milliseconds, warmUp }: Lengths,
): Promise<Comparison> {
  let lost = 0
  const play = async (side: Side, name: string, length: number): Promise<Turn> => {
    const { url, path, questions, label } = side
    const turn = await applyFor(holdings, { url, path, questions, connections, milliseconds: length, name })
    const missing = turn.acknowledged.length - (await side.kept(turn.acknowledged.map((number) => `fan-${name}-${number}@rush.example`)))
    lost += missing
    if (Object.keys(turn.refused).length > 0) complain(`  ${label} refused ${JSON.stringify(turn.refused)}`)
    return turn
  }
  for (const side of [bare, tweetup]) await play(side, `${connections}-warm-${side.label}`, warmUp)
  const turns: { readonly bare: Turn; readonly tweetup: Turn }[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    const name = `${connections}-${pair}`
    const both = { bare: await play(bare, `${name}-a`, milliseconds), tweetup: await play(tweetup, `${name}-b`, milliseconds) }
    turns.push(both)
    complain(`${connections} connections, pair ${pair + 1}: bare ${shown(both.bare)}; Tweetup ${shown(both.tweetup)}`)
  }
  return {
    connections,
    bare: figures(turns.map((turn) => turn.bare)),
    tweetup: figures(turns.map((turn) => turn.tweetup)),
    ratio: median(turns.map((turn) => turn.tweetup.perSecond / turn.bare.perSecond)),
    lost,
  }
}

const shown = ({ perSecond, p50, p99 }: Turn): string => `${Math.round(perSecond)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`

const figures = (turns: readonly Turn[]): SideFigures => ({
  per_second: median(turns.map(({ perSecond }) => perSecond)),
  p50_ms: median(turns.map(({ p50 }) => p50)),
  p99_ms: median(turns.map(({ p99 }) => p99)),
})

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
