import { Conflict, type MessageValues } from '../http/index.js'

/** Why an account could not be proven; `kind` is the key of its message, which says what to do. */
export type ProblemKind =
  | 'serverAway'
  | 'serverSilent'
  | 'serverUnknown'
  | 'accountUnknown'
  | 'declined'
  | 'mixedUp'
  | 'notTheirs'
  | 'codeMissing'
  | 'linkMissing'
  | 'profileHidden'
  | 'expired'
  | 'taken'

export class HandleProblem extends Conflict {
  constructor(kind: ProblemKind, values: MessageValues = {}) {
    super(`handles:${kind}`, values)
  }
}
