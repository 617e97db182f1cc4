import type { Network, PolicyContext, SelectionPolicy } from '#policy'
import type { Editor } from '../use-editor.js'

/** The policy while it is edited: what the fields of this section share. */
export type PolicyForm = {
  eventId: string
  policy: SelectionPolicy
  /** The event that it is for, as it was saved last: the server holds the policy against that. */
  context: PolicyContext
  timeZone: string
  /** On which networks applicants must show that an account is theirs. */
  proof: readonly Network[]
  disabled: boolean
  change: (changes: Partial<SelectionPolicy>) => void
  /** What the server said of this part: `pools.1.seats`. */
  errorAt: (path: string) => string | undefined
  /** The first thing it said of anything in there. */
  errorIn: (path: string) => string | undefined
  trouble: (path: string, message: string | null) => void
}

export function policyFormOf({ event, values, errors, set, trouble, isLocked, closed }: Editor): PolicyForm {
  const { policy } = values
  const { capacity, questions, opensAt, closesAt, answerBy, startsAt, timeZone } = event
  return {
    eventId: event.id,
    policy,
    context: { capacity, questions, opensAt, closesAt, answerBy, startsAt },
    timeZone,
    proof: values.handleProof.mode === 'required' ? values.handleProof.networks : [],
    disabled: closed || isLocked('policy'),
    change: (changes) => set({ policy: { ...policy, ...changes } }),
    errorAt: (path) => errors[`policy.${path}`],
    errorIn: (path) => Object.entries(errors).find(([at]) => at === `policy.${path}` || at.startsWith(`policy.${path}.`))?.[1],
    trouble: (path, message) => trouble(`policy.${path}`, message),
  }
}

/** The questions whose answers come from a list: only those can decide anything. */
export const choiceQuestions = ({ questions }: PolicyContext) => questions.filter(({ type }) => type === 'choice')
