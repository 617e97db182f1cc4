import { type BundleFiles, verifyBundle } from '#draw'
import type { CheckMessage, CheckRequest } from './check-messages.js'
import { fetchArchive } from './fetch-archive.js'
import { unpackBundle } from './unpack-bundle.js'

/** The page need not hear of every thousandth. */
const smallestPart = 0.02

const tell = (message: CheckMessage) => self.postMessage(message)
let files: BundleFiles | null = null

/** Runs the whole check beside the page, so that it can be watched and stopped. Nothing leaves the browser. */
self.onmessage = async ({ data: request }: MessageEvent<CheckRequest>) => {
  try {
    if (request.kind === 'fetch') {
      files = await unpackBundle(fetchArchive(request.archive, tellProgress()))
      tell({ kind: 'fetched' })
    } else if (files !== null) {
      await check(files, request.commitment ?? undefined, request.head ?? undefined)
    }
  } catch (error) {
    tell({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) })
  }
}

async function check(bundle: BundleFiles, commitment: string | undefined, head: string | undefined): Promise<void> {
  const progress = tellProgress()
  const steps = verifyBundle(bundle, { commitment, head, progress: (_step, done, total) => progress(done / total) })
  for (;;) {
    const started = performance.now()
    const next = await steps.next()
    if (next.done) return tell({ kind: 'done', result: next.value })
    tell({ kind: 'step', step: next.value, milliseconds: performance.now() - started })
  }
}

/** Tells how much is done of what is under way, now and then. */
function tellProgress(): (part: number) => void {
  let told = 0
  return (part) => {
    if (Math.abs(part - told) < smallestPart) return
    told = part
    tell({ kind: 'progress', part })
  }
}
