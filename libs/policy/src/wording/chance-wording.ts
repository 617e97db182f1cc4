import { largestWeight, lossExtra } from '../largest-weight.js'
import type { AnswerWeight, SelectionPolicy, WeightRule } from '../policy.js'
import type { Speaker } from './say.js'
import type { WordingContext } from './wording-context.js'

/** How many lots a ticket has, and from where. */
export function chanceSentences({ weights }: SelectionPolicy, context: WordingContext, speaker: Speaker): readonly string[] {
  return [...proofSentences(context, speaker), ...lotSentences(weights, context, speaker)]
}

/** Who takes part at all, where an account must be proven. */
function proofSentences({ proof = [] }: WordingContext, { say, any }: Speaker): readonly string[] {
  return proof.length === 0 ? [] : [say('chance.proof', { networks: any(proof.map((network) => say(`network.${network}`))) })]
}

function lotSentences(weights: WeightRule, context: WordingContext, speaker: Speaker): readonly string[] {
  const { say } = speaker
  const { firstTimers } = weights
  const sources = [
    ...(firstTimers > 0 ? [say('chance.firstTimers', { count: firstTimers })] : []),
    ...lossSentences(weights, speaker),
    ...answerSentences(weights.answers, context, speaker),
  ]
  if (sources.length === 0) return [say('chance.one')]
  return [say('chance.base'), ...sources, say('chance.most', { most: largestWeight({ weights }) }), say('chance.public')]
}

function lossSentences(weights: WeightRule, { say, all, word }: Speaker): readonly string[] {
  const { losses, lossCap } = weights
  if (losses === 'none') return []
  if (lossCap === 1) return [say('chance.oneLoss'), say('chance.reset')]
  if (losses === 'linear') return [say('chance.linear', { cap: word(lossCap) }), say('chance.reset')]
  const steps = Array.from({ length: lossCap }, (_, index) =>
    say(index + 1 === lossCap ? 'chance.lastStep' : 'chance.step', { lots: lossExtra(weights, index + 1), losses: word(index + 1) }),
  )
  return [say('chance.squared', { steps: all(steps) }), say('chance.reset')]
}

/** Answers to one question that add the same stand in one sentence. */
function answerSentences(answers: readonly AnswerWeight[], { questions }: WordingContext, { say, all, quote }: Speaker): readonly string[] {
  const alike = Map.groupBy(answers, ({ questionId, extra }) => JSON.stringify([questionId, extra]))
  return [...alike.values()].flatMap((group) => {
    const [{ questionId, extra } = { questionId: '', extra: 0 }] = group
    const question = questions.find(({ id }) => id === questionId)
    if (question === undefined) return []
    const values = { count: extra, options: all(group.map(({ option }) => quote(option))), question: quote(question.label) }
    return [say(group.length === 1 ? 'chance.answer' : 'chance.answers', values)]
  })
}
