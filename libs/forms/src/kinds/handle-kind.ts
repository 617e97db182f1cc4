import { cleanAnswer } from '../clean-answer.js'
import { readHandleOn } from '../read-handle-on.js'
import type { Kind } from './kind.js'

export const handle: Kind = {
  keep: (typed, { settings }) => {
    const text = cleanAnswer(typed, false)
    const reading = readHandleOn(settings.network, text)
    return reading.kind === 'handle' ? reading.handle : text
  },
  complaint: (kept, { settings }) => {
    const reading = readHandleOn(settings.network, kept)
    if (reading.kind === 'address') return { code: 'handleIsAddress', values: { suggestion: reading.suggestion } }
    return reading.kind === 'handle' ? undefined : { code: 'handleUnclear' }
  },
}
