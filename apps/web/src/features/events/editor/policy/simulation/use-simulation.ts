import { useEffect, useState } from 'react'
import type { SelectionPolicy, Simulation } from '#policy'
import { useDebounced } from '../../../../../lib/use-debounced.js'
import type { SimulationMessage, SimulationRequest } from './simulation-messages.js'

export type Simulated = {
  /** With the policy it is of: the settings may have moved on since. */
  last: { simulation: Simulation; policy: SelectionPolicy } | null
  busy: boolean
  failed: boolean
}

/** Imagines draws in a worker whenever the settings have stood still for a moment. What was found before stays until there is better. */
export function useSimulation(request: SimulationRequest | null): Simulated {
  const wanted = useDebounced(request ? JSON.stringify(request) : '', 300)
  const [state, setState] = useState<Omit<Simulated, 'busy'> & { of: string }>({ last: null, failed: false, of: '' })

  useEffect(() => {
    if (!wanted) return
    const input = JSON.parse(wanted) as SimulationRequest
    const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
    const fail = () => setState((before) => ({ ...before, failed: true, of: wanted }))
    worker.onmessage = ({ data }: MessageEvent<SimulationMessage>) => {
      if (data.kind === 'done') setState({ last: { simulation: data.simulation, policy: input.policy }, failed: false, of: wanted })
      else fail()
    }
    worker.onerror = fail
    worker.postMessage(input)
    return () => worker.terminate()
  }, [wanted])

  return { last: state.last, failed: state.failed && state.of === wanted, busy: wanted !== '' && state.of !== wanted }
}

/** As many imagined draws as a moment allows: fewer where more people apply, who make each of them more exact. */
export const runsFor = (applicants: number): number => Math.min(1000, Math.max(50, Math.round(1_500_000 / Math.max(1, applicants))))
