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
export { longestLink, mostFiles, mostMegabytes, mostOptions, mostQuestions } from './limits.js'
export { countries } from './countries.js'
export { composed } from './composed.js'
export { type HandleReading, parseHandle } from './parse-handle.js'
export { type HandleParts, handleParts, readHandleOn, shownHandle } from './read-handle-on.js'
export { cleanAnswer } from './clean-answer.js'
export { cleanAnswers } from './clean-answers.js'
export type { AnswerError, AnswerErrorCode } from './answer-error.js'
export { type ReadAnswers, readAnswers, validateAnswers } from './validate-answers.js'
export { decidingTypes, fixedAnswers, shownQuestions } from './shown.js'
export { type FormStep, formSteps } from './form-steps.js'
export { countryAnswer } from './country-answer.js'
export { settingsOf } from './definition/settings-rules.js'
export type { QuestionProblem, QuestionProblemCode, WrittenQuestion } from './definition/problem.js'
export { questionProblems } from './definition/question-problems.js'
export { type QuestionChange, type QuestionChangeCode, questionChanges } from './definition/question-changes.js'
