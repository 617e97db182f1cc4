import { networks, type Network } from '#policy'
import type { FieldError } from '../http/index.js'

export const proofModes = ['off', 'mark', 'required'] as const
export type ProofMode = (typeof proofModes)[number]

/** What an event asks for about the social accounts of its applicants. */
export interface HandleProofRule {
  /** Not asked for, shown as a mark, or needed by the close to take part. */
  readonly mode: ProofMode
  /** Where an account may be. */
  readonly networks: readonly Network[]
  /** Whether the number of followers is read, because the team says that it uses it. */
  readonly followers: boolean
}

export const noProof: HandleProofRule = { mode: 'off', networks: [], followers: false }

/** As it is kept: each network once, in one order. */
export function tidyProof({ mode, networks: chosen, followers }: HandleProofRule): HandleProofRule {
  return { mode, networks: networks.filter((network) => chosen.includes(network)), followers }
}

/** The networks that the public rules name, because nobody takes part without a proof; none where nobody needs one. */
export function networksNeeded({ mode, networks: chosen }: HandleProofRule): readonly Network[] {
  return mode === 'required' ? chosen : []
}

/** Nobody can prove anything where no network is offered. */
export function proofProblems({ mode, networks: chosen }: HandleProofRule): FieldError[] {
  return mode === 'off' || chosen.length > 0 ? [] : [{ path: 'handleProof.networks', code: 'events:proofNowhere' }]
}
