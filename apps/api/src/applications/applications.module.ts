import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { EventFacts, EventsModule } from '../events/index.js'
import { MessagesModule } from '../messages/index.js'
import { ApplicantLetters } from './applicant-letters.js'
import { ApplicationDetail } from './application-detail.js'
import { ApplicationList } from './application-list.js'
import { ApplicationTokens } from './application-tokens.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ApplicationsController } from './applications.controller.js'
import { CancelledEvents } from './cancelled-events.js'
import { ConfirmApplication } from './confirm-application.js'
import { ConfirmationMails } from './confirmation-mails.js'
import { ConfirmationPages } from './confirmation-pages.js'
import { EditApplication } from './edit-application.js'
import { EventGate } from './event-gate.js'
import { EventMessages } from './event-messages.js'
import { FrozenApplications } from './frozen-applications.js'
import { PersonalMailLinks } from './personal-mail-links.js'
import { PersonalPageFacts } from './personal-page-facts.js'
import { PersonalPageController } from './personal-page.controller.js'
import { PersonalPagePagesController } from './personal-page.pages.controller.js'
import { PersonalPages } from './personal-pages.js'
import { PublicApplicationsController } from './public-applications.controller.js'
import { Receipts } from './receipts.js'
import { ResendConfirmation } from './resend-confirmation.js'
import { SubmissionLimits } from './submission-limits.js'
import { SubmitApplication } from './submit-application.js'
import { TagApplication } from './tag-application.js'
import { WithdrawApplication } from './withdraw-application.js'
import { Withdrawals } from './withdrawals.js'

@Module({
  imports: [TypeOrmModule.forFeature([Application]), EventsModule, MessagesModule],
  controllers: [PublicApplicationsController, PersonalPageController, PersonalPagePagesController, ApplicationsController],
  providers: [
    ApplicantLetters,
    ApplicationDetail,
    ApplicationList,
    ApplicationRepository,
    ApplicationTokens,
    CancelledEvents,
    ConfirmApplication,
    ConfirmationMails,
    ConfirmationPages,
    EditApplication,
    EventGate,
    EventMessages,
    FrozenApplications,
    PersonalMailLinks,
    PersonalPageFacts,
    PersonalPages,
    Receipts,
    ResendConfirmation,
    SubmissionLimits,
    SubmitApplication,
    TagApplication,
    WithdrawApplication,
    Withdrawals,
  ],
  exports: [ApplicantLetters, ApplicationRepository, ApplicationTokens, FrozenApplications, PersonalPageFacts, PersonalPages, Withdrawals],
})
export class ApplicationsModule implements OnModuleInit {
  constructor(
    private readonly facts: EventFacts,
    private readonly applications: ApplicationRepository,
  ) {}

  onModuleInit(): void {
    this.facts.supplyApplications((manager, eventIds) => this.applications.countByEvent(manager, eventIds))
  }
}
