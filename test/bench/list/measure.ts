import { complain } from '../../../apps/cli/terminal/say.js'
import type { HttpClient } from '../../support/http-client.js'
import { rounded } from '../draw/figures.js'
import type { Kinds } from './requests.js'

const rounds = 12

/** How long the pages took, in milliseconds, by kind. Each is asked for over HTTP and read to its end. */
export async function measurePages(client: HttpClient, path: string, kinds: Kinds): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]))
  // The first round finds nothing in memory, as after a start; it counts like every other.
  for (let round = 0; round < rounds; round += 1)
    for (const [kind, queries] of Object.entries(kinds))
      for (const query of queries) {
        const start = performance.now()
        const { status, text } = await client.get(`${path}?${query}`)
        const took = performance.now() - start
        if (status !== 200) throw new Error(`${query} was answered with ${status}: ${text}`)
        times.get(kind)?.push(took)
        if (took > 100) complain(`  ${Math.round(took)} ms: ${query}`)
      }
  for (const [kind, taken] of times)
    complain(`${kind.padEnd(18)} p50 ${percentile(taken, 0.5)} ms, p95 ${percentile(taken, 0.95)} ms, at most ${percentile(taken, 1)} ms`)
  return times
}

/** The smallest value that this part of all values does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return rounded(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0, 1)
}
