import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { complain } from '../../../apps/cli/terminal/say.js'
import { type Figures, rounded, sizeName } from '../draw/figures.js'
import type { BenchBundle } from './bundle.js'
import type { Verified } from './verify-once.js'

/** Each size in a process of its own, whose greatest memory is therefore that of the check. */
export async function measureInNode(bundles: readonly BenchBundle[]): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const bundle of bundles) {
    const { milliseconds, hashes, peakBytes } = await verifyInProcess(bundle)
    const name = `node_${sizeName(bundle.size)}`
    figures[`${name}_seconds`] = rounded(milliseconds / 1000, 2)
    figures[`${name}_ratio`] = rounded(milliseconds / hashes, 3)
    figures[`${name}_peak_mb`] = rounded(peakBytes / 1e6, 0)
    complain(
      `${bundle.size} in Node: ${rounded(milliseconds, 0)} ms, five hashes each ${rounded(hashes, 0)} ms, at most ${rounded(peakBytes / 1e6, 0)} MB`,
    )
  }
  return figures
}

async function verifyInProcess(bundle: BenchBundle): Promise<Verified> {
  const child = fork(fileURLToPath(new URL('./verify-once.ts', import.meta.url)), [JSON.stringify(bundle)])
  const ended = once(child, 'exit').then(([status]) => Promise.reject(new Error(`The check ended with status ${status}.`)))
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Verified]
  return answer
}
