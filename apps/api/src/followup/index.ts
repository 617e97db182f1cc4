export { FollowupModule } from './followup.module.js'
export { type Followup, FollowupRepository } from './followup.repository.js'
export { SurveyAnswer } from './survey-answer.entity.js'
export { surveyEnd, thanksTime } from './thanks-time.js'
