import { DrawFormError, DrawRuleError } from '../errors.js'
import type { StepFacts, VerifyStep, VerifyStepId, VerifyStepStatus } from './verify-step.js'

/** What a check found: a value for the checks after it, and what to tell about it. */
export interface Found<Value> {
  readonly value: Value
  readonly detail: string
  readonly facts?: StepFacts
  readonly status?: VerifyStepStatus
}

/** A check that was tried; `value` is null when it failed or could not be made. */
export interface Taken<Value> {
  readonly step: VerifyStep
  readonly value: Value | null
}

/** Tries one check. Without input, because an earlier check failed, it is skipped; what breaks a rule of the protocol makes it fail. */
export async function takeStep<Input, Value>(
  id: VerifyStepId,
  input: Input | null,
  check: (input: Input) => Found<Value> | Promise<Found<Value>>,
): Promise<Taken<Value>> {
  if (input === null)
    return { step: { id, status: 'skipped', detail: 'could not be checked, because an earlier check failed', facts: {} }, value: null }
  try {
    const { value, detail, facts = {}, status = 'ok' } = await check(input)
    return { step: { id, status, detail, facts }, value }
  } catch (error) {
    if (!(error instanceof DrawFormError || error instanceof DrawRuleError)) throw error
    return { step: { id, status: 'failed', detail: error.message, facts: {} }, value: null }
  }
}
