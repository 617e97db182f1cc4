import type { Question } from '../question.js'

/** A question as somebody writes it: it may not have been kept yet. Conditions name questions by their id, so one that others look at needs one. */
export type WrittenQuestion = Omit<Question, 'id'> & { readonly id?: string }

export type QuestionProblemCode =
  /** `max` */
  | 'tooManyQuestions'
  /** `max` */
  | 'tooManyFiles'
  | 'idTwice'
  | 'labelMissing'
  | 'headingRequired'
  | 'ratingInSurveyOnly'
  | 'fileInApplicationOnly'
  | 'twoOptions'
  /** `max` */
  | 'tooManyOptions'
  | 'optionEmpty'
  /** `option` */
  | 'sameOption'
  /** `setting`: its key */
  | 'settingForeign'
  /** `least`, `most` */
  | 'leastAboveMost'
  | 'notADay'
  /** `earliest`, `latest` */
  | 'earliestAfterLatest'
  /** `fewest`, `most` */
  | 'fewestAboveMost'
  /** `count` of options there are */
  | 'moreThanOptions'
  | 'documentTitleMissing'
  | 'documentUrlWrong'
  | 'conditionUnknown'
  | 'conditionNotAbove'
  /** `question`: the label of the one it looks at */
  | 'conditionType'
  | 'conditionEmpty'
  /** `option`, `question` */
  | 'conditionOption'

/** One thing that is wrong with the questions of a form. */
export interface QuestionProblem {
  /** Where: `3.settings.least`, counted from 0; empty for the form as a whole. */
  readonly path: string
  readonly code: QuestionProblemCode
  /** What its sentence names, as said beside each code. */
  readonly values: Readonly<Record<string, string | number>>
}

/** A rule as a row of a table: whether it is broken, where below the question, and which sentence says so. */
export type Rule = readonly [isBroken: boolean, path: string, code: QuestionProblemCode, values?: QuestionProblem['values']]
