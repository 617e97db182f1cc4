import type { AnswerErrorCode } from '../answer-error.js'
import type { Question } from '../question.js'

/** What is wrong with one answer, before its place in the form is known. */
export interface Complaint {
  readonly code: AnswerErrorCode
  readonly values?: Readonly<Record<string, string | number>>
}

/** How the answers of one type of question are kept and what is a right one. */
export interface Kind {
  /** The answer in the form in which it is kept, if it can be read at all; otherwise what was typed, for `complaint` to refuse. Done twice it changes nothing. */
  readonly keep: (typed: string, question: Question) => string
  /** What is wrong with a kept answer that is not empty. */
  readonly complaint: (kept: string, question: Question) => Complaint | undefined
}
