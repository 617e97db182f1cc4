/** One thing that is wrong with a policy. */
export interface PolicyProblem {
  /** Where: `pools.1.seats`; empty for the policy as a whole. */
  readonly path: string
  /** A key of the catalogue `policy`, without its namespace: `seatsTooMany`. */
  readonly code: string
  /** What its sentence names. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** A rule as a row of a table: whether it is broken, where, and which sentence says so. */
export type Rule = readonly [isBroken: boolean, path: string, code: string, values?: PolicyProblem['values']]

export function brokenRules(rules: readonly Rule[]): readonly PolicyProblem[] {
  return rules.filter(([isBroken]) => isBroken).map(([, path, code, values]) => ({ path, code, ...(values && { values }) }))
}

/** The places of the items whose key stood in the list before. */
export function repeated(keys: readonly string[]): readonly number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [index]
    seen.add(key)
    return []
  })
}
