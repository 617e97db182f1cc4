import { type EffortChallenge, effortParts, solveEffort } from '#effort'
import type { EffortMessage } from './effort-messages.js'

const tell = (message: EffortMessage) => self.postMessage(message)

/** Does the sum beside the page, which stays as quick as it was. */
self.onmessage = ({ data: challenge }: MessageEvent<EffortChallenge>) => {
  const steps = solveEffort(challenge)
  for (;;) {
    const step = steps.next()
    if (step.done) return tell({ kind: 'solved', solution: step.value })
    tell({ kind: 'progress', share: step.value / effortParts })
  }
}
