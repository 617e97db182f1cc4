export {
  type Answer,
  type Answers,
  type FileKind,
  fileKinds,
  type HandleNetwork,
  handleNetworks,
  highestRating,
  type Question,
  type QuestionSettings,
  type QuestionType,
  questionTypes,
  type ShowIf,
} from './question.js'
export { type HandleReading, parseHandle } from './parse-handle.js'
export { cleanAnswer } from './clean-answer.js'
export { cleanAnswers } from './clean-answers.js'
export { type AnswerError, type AnswerErrorCode, validateAnswers } from './validate-answers.js'
