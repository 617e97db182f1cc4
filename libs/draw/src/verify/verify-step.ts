/** The proof bundle as it came in: exact bytes of the files of section 11. `excluded` is null when the file is not there. */
export interface BundleFiles {
  readonly manifest: Uint8Array
  readonly entries: Uint8Array
  readonly excluded: Uint8Array | null
  readonly log: Uint8Array
}

export interface VerifyOptions {
  /** The commitment as it was published at the close, hex. */
  readonly commitment?: string
  /** The last published head, hex: without it a cut-off tail cannot be seen. */
  readonly head?: string
  /** Told while a step over a large list is under way: how many of how many units it has done. */
  readonly progress?: (step: VerifyStepId, done: number, total: number) => void
}

/** The checks in the order of section 11. */
export type VerifyStepId = 'form' | 'list' | 'seal' | 'log' | 'beacon' | 'number' | 'order' | 'seats' | 'head'

/** `skipped`: an earlier check failed, so this one could not be made. `not-yet`: nothing to check before the draw. */
export type VerifyStepStatus = 'ok' | 'failed' | 'skipped' | 'not-yet'

export interface VerifyStep {
  readonly id: VerifyStepId
  readonly status: VerifyStepStatus
  /** One English sentence for a terminal: what was found, or which value is wrong. Pages word it themselves, from `facts`. */
  readonly detail: string
  readonly facts: StepFacts
}

export type StepFacts = Readonly<Record<string, string | number | boolean>>

/**
 * On what it rests that nobody could know the number beforehand and try lists against it (protocol section 5):
 * `public-beacon` a chain that everybody can look up, `unknown-beacon` a chain that is not well known, so whoever runs it knows
 * its rounds, `one-secret` the word of a single contributor, `several-secrets` that one of the contributors is honest.
 */
export type Guarantee = 'public-beacon' | 'unknown-beacon' | 'one-secret' | 'several-secrets'

export interface VerifyResult {
  readonly ok: boolean
  readonly drawn: boolean
  /** Of the draw; before it, of what the manifest plans. Null when manifest, log or beacon failed their check. */
  readonly guarantee: Guarantee | null
  /** Recomputed values; null when the check did not get that far, `seed` also before the draw. */
  readonly commitment: string | null
  readonly seed: string | null
  readonly head: string | null
}
