export { readHandleErrors } from './handle-errors.js'
export { questionErrors } from './question-errors.js'
export { QuestionFields } from './question-fields.js'
