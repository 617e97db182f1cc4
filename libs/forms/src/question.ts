/** What kind of answer a question asks for. A rating is a whole number from 1 to 5. */
export const questionTypes = ['short', 'long', 'choice', 'rating'] as const
export type QuestionType = (typeof questionTypes)[number]

/** One field of an application or of a survey. */
export interface Question {
  readonly id: string
  readonly type: QuestionType
  readonly label: string
  readonly help: string | null
  readonly required: boolean
  /** What can be chosen, for a choice; empty otherwise. */
  readonly options: readonly string[]
  /** The most characters (Unicode code points) of a text. */
  readonly maxLength: number
}

/** Answers by the id of their question. A question without an answer has no entry. */
export type Answers = Readonly<Record<string, string>>

export const highestRating = 5
