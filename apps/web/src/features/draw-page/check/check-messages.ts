import type { VerifyResult, VerifyStep } from '#draw'

export type CheckRequest = { bundle: string; commitment: string | null; head: string | null }

/** What the worker tells while it checks; `milliseconds` is what the step took. */
export type CheckMessage =
  | { kind: 'step'; step: VerifyStep; milliseconds: number }
  | { kind: 'done'; result: VerifyResult }
  | { kind: 'broken'; reason: string }
