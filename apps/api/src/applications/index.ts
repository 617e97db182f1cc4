export { ApplicationsModule } from './applications.module.js'
export { type ApplicantLetter, ApplicantLetters } from './applicant-letters.js'
export { Application } from './application.entity.js'
export { ApplicationRepository } from './application.repository.js'
export { ApplicationTokens } from './application-tokens.js'
export { applicationStep, lacksProof, type Step, type StepFacts, steps } from './application-step.js'
export { ApplicationList } from './application-list.js'
export { ApplicationFilterQuery } from './dto/application-list.dto.js'
export { PersonalPageDto } from './dto/personal-page.dto.js'
export { type FrozenApplicant, FrozenApplications, lacksProofInSql, noPool, type FrozenUnit } from './frozen-applications.js'
export { EventGate, isClosed } from './event-gate.js'
export { mailboxKey } from './identity/mailbox-key.js'
export { HandleChanges } from './handle-changes.js'
export { readAnswers } from './form-answers.js'
export type { AnswerFile } from './files/answer-file.repository.js'
export { AnswerFiles } from './files/answer-files.js'
export { sendAnswerFile } from './files/send-answer-file.js'
export {
  type BesideFact,
  type DrawFacts,
  type InvitationFacts,
  type PageSubject,
  type PersonalFacts,
  PersonalPageFacts,
  type SomeFacts,
} from './personal-page-facts.js'
export { type ImportedApplication, ImportedApplications } from './intake/imported-applications.js'
export { PersonalPages } from './personal-pages.js'
export { Withdrawals } from './withdrawals.js'
