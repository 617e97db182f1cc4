export { readHandleErrors } from './handle-errors.js'
export { questionErrors } from './question-errors.js'
export { QuestionFields } from './question-fields.js'
export { AnswerValue, countryName } from './answer-value.js'
