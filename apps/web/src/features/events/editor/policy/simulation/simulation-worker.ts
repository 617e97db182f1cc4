import { simulatePolicy } from '#policy'
import type { SimulationMessage, SimulationRequest } from './simulation-messages.js'

const tell = (message: SimulationMessage) => self.postMessage(message)

/** Imagines draws beside the page, so that typing stays smooth. */
self.onmessage = ({ data }: MessageEvent<SimulationRequest>) => {
  try {
    tell({ kind: 'done', simulation: simulatePolicy(data) })
  } catch (error) {
    tell({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) })
  }
}
