import type { Question } from './question.js'

/** Some questions of a form that are asked together. */
export interface FormStep<Q extends Question = Question> {
  /** Null for what stands before the first heading. */
  readonly heading: Q | null
  readonly questions: readonly Q[]
}

/**
 * The steps of a form: each heading begins one.
 *
 * @param questions the form, or those that shownQuestions() leaves of it.
 * @returns no step for what stands before the first heading when nothing does; a heading without questions is a step that only says something.
 */
export function formSteps<Q extends Question>(questions: readonly Q[]): readonly FormStep<Q>[] {
  const starts = questions.flatMap(({ type }, index) => (type === 'heading' || index === 0 ? [index] : []))
  return starts.map((start, step) => {
    const [first, ...others] = questions.slice(start, starts[step + 1])
    if (first === undefined || first.type !== 'heading') return { heading: null, questions: first ? [first, ...others] : [] }
    return { heading: first, questions: others }
  })
}
