import { formSteps, shownQuestions } from '#forms'
import type { Answers, Question } from '../../lib/api/types.js'

/** One screen of the form. */
export type Step =
  | { name: 'you'; asksHandle: boolean }
  | { name: 'questions'; heading: Question | null; questions: readonly Question[]; asksHandle: boolean }
  | { name: 'send' }

/** Every step that the form can have: who she is, what the organizer asks under each of her headings, and the last look. */
export function stepsOf(questions: readonly Question[]): readonly Step[] {
  const asked = formSteps(questions)
  // The handle belongs to the stories; where the organizer begins with a heading of her own, it is asked for before that.
  const ownStep = !asked[0]?.heading
  const groups = ownStep && asked.length === 0 ? [{ heading: null, questions: [] }] : asked
  return [
    { name: 'you', asksHandle: !ownStep },
    ...groups.map((group, index): Step => ({ name: 'questions', ...group, asksHandle: ownStep && index === 0 })),
    { name: 'send' },
  ]
}

/** Whether a step has something to say, given these answers: one of whose questions none applies is passed over. */
export function isShown(step: Step, questions: readonly Question[], answers: Answers): boolean {
  if (step.name !== 'questions' || step.asksHandle) return true
  const shown = new Set(shownQuestions(questions, answers))
  if (step.heading && !shown.has(step.heading)) return false
  return step.questions.length === 0 || step.questions.some((question) => shown.has(question))
}

/** The step on which a field stands, so that the server's complaint can be shown where it can be mended; null for what nobody sees. */
export function stepOf(steps: readonly Step[], path: string): Step | null {
  const found = steps.find((step) => {
    if (step.name === 'you') return path === 'name' || path === 'email' || (path === 'handle' && step.asksHandle)
    if (step.name === 'send') return path === 'consent'
    return (path === 'handle' && step.asksHandle) || step.questions.some(({ id }) => path === `answers.${id}`)
  })
  return found ?? null
}

const secondsFor: Partial<Record<Question['type'], number>> = {
  heading: 0,
  long: 45,
  file: 30,
  choice: 8,
  choices: 10,
  rating: 5,
  consent: 8,
}
const usualSeconds = 12

/** About how many minutes these steps take. */
export function minutesFor(steps: readonly Step[]): number {
  const seconds = steps.flatMap((step) => [
    step.name === 'questions' ? 0 : 25,
    ...(step.name === 'questions' ? step.questions.map(({ type }) => secondsFor[type] ?? usualSeconds) : []),
    step.name !== 'send' && step.asksHandle ? usualSeconds : 0,
  ])
  return Math.max(1, Math.round(seconds.reduce((sum, some) => sum + some, 0) / 60))
}
