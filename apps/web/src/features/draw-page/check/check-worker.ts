import { bundleFromJson, verifyBundle } from '#draw'
import type { CheckMessage, CheckRequest } from './check-messages.js'

const tell = (message: CheckMessage) => self.postMessage(message)

/** Runs the whole check beside the page, so that it can be watched and stopped. Nothing leaves the browser. */
self.onmessage = async ({ data: { bundle, commitment, head } }: MessageEvent<CheckRequest>) => {
  try {
    const steps = verifyBundle(bundleFromJson(bundle), { commitment: commitment ?? undefined, head: head ?? undefined })
    for (;;) {
      const started = performance.now()
      const next = await steps.next()
      if (next.done) return tell({ kind: 'done', result: next.value })
      tell({ kind: 'step', step: next.value, milliseconds: performance.now() - started })
    }
  } catch (error) {
    tell({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) })
  }
}
