import type { Role } from './roles.js'
import { type Verb, whoMay } from './verbs.js'

/** Whether a member with this role may do this. */
export function may(role: Role, verb: Verb): boolean {
  return rolesThatMay(verb).includes(role)
}

/** The roles that may do this, the most powerful first. */
export function rolesThatMay(verb: Verb): readonly Role[] {
  return whoMay[verb]
}
