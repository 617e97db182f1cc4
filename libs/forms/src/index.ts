export { type Answers, highestRating, type Question, type QuestionType, questionTypes } from './question.js'
export { cleanAnswer } from './clean-answer.js'
export { cleanAnswers } from './clean-answers.js'
export { type AnswerError, type AnswerErrorCode, validateAnswers } from './validate-answers.js'
