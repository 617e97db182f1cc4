import type { PolicyQuestion } from '../policy-context.js'
import type { PolicyPool } from '../policy.js'
import type { Speaker } from './say.js'

/** What the people of a pool are called inside a sentence: the name they were given, or one made from the question or the tag. */
export function groupName({ who, called }: PolicyPool, questions: readonly PolicyQuestion[], { locale, say, quote, any }: Speaker): string {
  if (called !== null) return called[locale]
  switch (who.kind) {
    case 'everybody':
      return say('group.early')
    case 'tag':
      return say('group.tag', { tag: quote(who.tag) })
    case 'answer': {
      const options = any(who.options.map(quote))
      const question = questions.find(({ id }) => id === who.questionId)
      return question === undefined
        ? say('group.answerOnly', { options })
        : say('group.answer', { options, question: quote(question.label) })
    }
  }
}
