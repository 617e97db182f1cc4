import type { Question } from '#forms'

/** What a policy says of a question depends on these of its parts. */
export type PolicyQuestion = Pick<Question, 'id' | 'type' | 'label' | 'required' | 'options'>

/** The event that a policy is for. Times are RFC 3339; null where nobody has set one yet. */
export interface PolicyContext {
  readonly capacity: number
  readonly questions: readonly PolicyQuestion[]
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly startsAt: string | null
  /** Until when invitations can be answered. */
  readonly answerBy?: string | null
}
