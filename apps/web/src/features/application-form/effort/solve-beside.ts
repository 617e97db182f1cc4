import type { EffortChallenge } from '#effort'
import type { EffortMessage } from './effort-messages.js'

/** Solves a challenge in a worker, and says how far it is. Rejects when the browser has no such thing, or somebody has left the page. */
export function solveBeside(challenge: EffortChallenge, onShare: (share: number) => void, left: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./effort-worker.ts', import.meta.url), { type: 'module' })
    const end = (then: () => void) => {
      worker.terminate()
      then()
    }
    worker.onmessage = ({ data }: MessageEvent<EffortMessage>) => {
      if (data.kind === 'progress') onShare(data.share)
      else end(() => resolve(data.solution))
    }
    worker.onerror = () => end(() => reject(new Error('The sum could not be done.')))
    left.addEventListener('abort', () => end(() => reject(left.reason)), { once: true })
    worker.postMessage(challenge)
  })
}
