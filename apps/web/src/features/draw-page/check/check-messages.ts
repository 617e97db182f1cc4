import type { VerifyResult, VerifyStep } from '#draw'

/** First the worker gets the proof; then it is told what is published about it, which must not be older, and checks. */
export type CheckRequest = { kind: 'fetch'; archive: string } | { kind: 'check'; commitment: string | null; head: string | null }

/** What the worker tells; `milliseconds` is what the step took, `part` how much is done of what is under way, from 0 to 1. */
export type CheckMessage =
  | { kind: 'progress'; part: number }
  | { kind: 'fetched' }
  | { kind: 'step'; step: VerifyStep; milliseconds: number }
  | { kind: 'done'; result: VerifyResult }
  | { kind: 'broken'; reason: string }
