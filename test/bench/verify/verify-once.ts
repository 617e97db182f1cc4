import { verifyBundle } from '#draw'
import { fiveHashesEach } from '../draw/five-hashes.js'
import { type BenchBundle, readBundle } from './bundle.js'

/** What a process of its own found about one proof. */
export interface Verified {
  /** The best of three checks. */
  readonly milliseconds: number
  /** Five hashes for each entry, the best of as many. */
  readonly hashes: number
  readonly peakBytes: number
}

const TIMES = 3

const bundle = JSON.parse(process.argv[2] ?? '{}') as BenchBundle
const files = readBundle(bundle)
let milliseconds = Number.POSITIVE_INFINITY
let hashes = Number.POSITIVE_INFINITY
for (let time = 0; time < TIMES; time += 1) {
  const started = performance.now()
  await verify()
  milliseconds = Math.min(milliseconds, performance.now() - started)
  hashes = Math.min(hashes, fiveHashesEach(bundle.size, files.entries))
}
process.send?.({ milliseconds, hashes, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies Verified)
process.disconnect()

async function verify(): Promise<void> {
  const checks = verifyBundle(files, { commitment: bundle.commitment, head: bundle.head })
  for (;;) {
    const { done, value } = await checks.next()
    if (done !== true) continue
    if (!value.ok) throw new Error('The proof does not hold.')
    return
  }
}
