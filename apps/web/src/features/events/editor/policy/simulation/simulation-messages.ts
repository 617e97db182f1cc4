import type { Simulation, SimulationInput } from '#policy'

export type SimulationRequest = SimulationInput
export type SimulationMessage = { kind: 'done'; simulation: Simulation } | { kind: 'broken'; reason: string }
