import type { Randomness } from '../policy.js'
import { idRules } from './name-rules.js'
import { brokenRules, type PolicyProblem, repeated, type Rule } from './problem.js'

/** At least the 24 hours of draw protocol section 5; a fallback after two months helps nobody. */
const fallback = { min: 1, max: 60 } as const

/** What is wrong with where the seed comes from. */
export function randomnessProblems({ mode, contributors, fallbackDays }: Randomness): readonly PolicyProblem[] {
  const given = contributors.map(({ commit, id }) => commit ?? `none yet from ${id}`)
  return brokenRules([
    [mode !== 'beacon' && contributors.length === 0, 'randomness.contributors', 'contributorsNone'],
    ...idRules('randomness.contributors', contributors),
    ...contributors.map(
      ({ commit, name }, index): Rule => [
        commit !== null && !/^[0-9a-f]{64}$/.test(commit),
        `randomness.contributors.${index}.commit`,
        'commitForm',
        { name },
      ],
    ),
    ...repeated(given).map(
      (index): Rule => [
        contributors[index]?.commit !== null,
        `randomness.contributors.${index}.commit`,
        'commitTwice',
        { name: contributors[index]?.name ?? '' },
      ],
    ),
    [fallbackDays !== null && mode !== 'beacon', 'randomness.fallbackDays', 'fallbackElsewhere'],
    [fallbackDays !== null && mode === 'beacon' && contributors.length === 0, 'randomness.fallbackDays', 'fallbackAlone'],
    [
      fallbackDays !== null && (fallbackDays < fallback.min || fallbackDays > fallback.max),
      'randomness.fallbackDays',
      'fallbackDays',
      { days: fallbackDays ?? 0, ...fallback },
    ],
  ])
}

/** Whether the policy counts on the secrets of its contributors. */
export function needsSecrets({ mode, fallbackDays }: Randomness): boolean {
  return mode !== 'beacon' || fallbackDays !== null
}
