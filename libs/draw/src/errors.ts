/** One thing that is wrong with an input: where it is (`seed.beacon.round`, `line 3`), and what would be right. */
export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** An input that is not what the protocol calls well formed. `problems` names every field that was looked at and is wrong. */
export class DrawFormError extends Error {
  override readonly name = 'DrawFormError'

  constructor(
    readonly subject: string,
    readonly problems: readonly FieldProblem[],
  ) {
    super(`${subject}: ${problems.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ')}`)
  }
}

/** A well-formed event that the rules do not allow at this point of the log, or that does not say what follows from the log. */
export class DrawRuleError extends Error {
  override readonly name = 'DrawRuleError'

  constructor(
    readonly path: string,
    message: string,
  ) {
    super(`${path} ${message}`)
  }
}
