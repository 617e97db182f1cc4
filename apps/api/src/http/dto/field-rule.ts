import { ValidateBy } from 'class-validator'
import type { MessageValues } from '../errors.js'

export interface RuleContext {
  readonly values: MessageValues
}

/** One check of a field; `code` is its key under `problems:field`. */
export function fieldRule(
  code: string,
  validate: (value: unknown) => boolean,
  values: MessageValues = {},
  each = false,
): PropertyDecorator {
  const context: RuleContext = { values }
  return ValidateBy(
    { name: code, validator: { validate: (value: unknown) => validate(value), defaultMessage: () => code } },
    { context, each },
  )
}
