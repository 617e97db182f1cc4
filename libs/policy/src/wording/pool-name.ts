import type { GroupName, PolicyPool } from '../policy.js'
import type { PolicyQuestion } from '../policy-context.js'
import { groupName } from './group-name.js'
import { speaker } from './say.js'

/** What the people of a pool are called, in each language; null for a pool that everybody competes in until the close. */
export function poolName(pool: PolicyPool, questions: readonly PolicyQuestion[]): GroupName | null {
  if (pool.who.kind === 'everybody' && pool.closesAt === null) return null
  return { nl: groupName(pool, questions, speaker('nl')), en: groupName(pool, questions, speaker('en')) }
}
