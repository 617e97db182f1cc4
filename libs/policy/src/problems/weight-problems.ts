import { largestWeight, mostLots } from '../largest-weight.js'
import type { PolicyContext } from '../policy-context.js'
import type { SelectionPolicy } from '../policy.js'
import { answerRules } from './answer-rules.js'
import { brokenRules, type PolicyProblem, repeated, type Rule } from './problem.js'

const mostExtra = mostLots - 1
/** Nine losses squared are 82 lots; ten would pass the protocol's cap. */
const largestCap = 9

/** What is wrong with how many lots a ticket has. */
export function weightProblems({ weights }: SelectionPolicy, { questions }: PolicyContext): readonly PolicyProblem[] {
  const { answers, firstTimers, lossCap } = weights
  const sum = largestWeight({ weights })
  const twice = repeated(answers.map(({ questionId, option }) => JSON.stringify([questionId, option])))
  return brokenRules([
    [lossCap < 1 || lossCap > largestCap, 'weights.lossCap', 'lossCap', { max: largestCap }],
    [firstTimers > mostExtra, 'weights.firstTimers', 'extraTooMany', { extra: firstTimers, max: mostExtra }],
    ...answers.flatMap(({ questionId, option, extra }, index): readonly Rule[] => [
      [extra < 1, `weights.answers.${index}.extra`, 'extraNone', { option }],
      [extra > mostExtra, `weights.answers.${index}.extra`, 'extraTooMany', { extra, max: mostExtra }],
      ...answerRules(`weights.answers.${index}`, questionId, [[`weights.answers.${index}.option`, option]], questions),
    ]),
    ...twice.map((index): Rule => [true, `weights.answers.${index}.option`, 'optionTwice', { option: answers[index]?.option ?? '' }]),
    [sum > mostLots, 'weights', 'lotsTooMany', { sum, max: mostLots }],
  ])
}
