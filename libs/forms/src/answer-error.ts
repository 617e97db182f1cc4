export type AnswerErrorCode =
  | 'required'
  /** One text was asked for and a list given. */
  | 'severalAnswers'
  /** `max` */
  | 'tooLong'
  | 'notAnOption'
  /** `fewest` */
  | 'tooFew'
  /** `most` */
  | 'tooMany'
  | 'notANumber'
  /** It has a decimal point and must not. */
  | 'notWhole'
  /** `decimals` */
  | 'tooManyDecimals'
  /** `least` */
  | 'tooSmall'
  /** `most` */
  | 'tooLarge'
  | 'notADate'
  /** `earliest`, a day as YYYY-MM-DD */
  | 'tooEarly'
  /** `latest`, a day as YYYY-MM-DD */
  | 'tooLate'
  | 'notACountry'
  | 'notALink'
  /** A name or a password stands in the address. */
  | 'linkWithPassword'
  | 'handleUnclear'
  /** `suggestion`: what an address of a profile seems to mean. */
  | 'handleIsAddress'
  | 'notAFile'
  | 'mustAgree'
  /** `max` */
  | 'notARating'
  | 'unknownQuestion'

/** What is wrong with one answer. */
export interface AnswerError {
  /** `answers.<question id>` */
  readonly path: string
  readonly code: AnswerErrorCode
  /** What the message names, as said beside each code. */
  readonly values: Readonly<Record<string, string | number>>
}
