import { useState } from 'react'
import { policyProblems, policyWarnings, type PolicyProblem } from '#policy'
import type { PolicyForm } from '../policy-form.js'
import { withShortNames } from '../short-names.js'
import { applicantsOf, type Expected, overfullGroups, type Share, sharesOf, usualPeople } from './expected.js'
import { runsFor, type Simulated, useSimulation } from './use-simulation.js'

export type Rehearsal = Simulated & {
  shares: readonly Share[]
  expected: Expected
  expect: (expected: Expected) => void
  /** What stands in the fields cannot be kept, so there is nothing to rehearse. */
  isImpossible: boolean
  /** Where the settings would do something else than people expect. */
  warnings: readonly PolicyProblem[]
}

/** What the settings would do with the people whom the organizer expects. */
export function useRehearsal({ policy, context }: PolicyForm): Rehearsal {
  const [expected, expect] = useState<Expected>({ people: usualPeople(context.capacity), shares: {} })
  const shares = sharesOf(policy, context)
  const isImpossible = policyProblems(withShortNames(policy), context).length > 0
  const isReady = !isImpossible && expected.people > 0 && overfullGroups(shares, expected).size === 0
  const simulated = useSimulation(
    isReady
      ? { policy, capacity: context.capacity, expected: applicantsOf(shares, expected), seed: 1, runs: runsFor(expected.people) }
      : null,
  )
  const { last } = simulated
  const warnings = last && isReady ? policyWarnings(last.policy, last.simulation) : []
  return { ...simulated, busy: simulated.busy || !isReady, shares, expected, expect, isImpossible, warnings }
}
