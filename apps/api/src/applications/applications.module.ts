import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { EventFacts, EventsModule } from '../events/index.js'
import { MomentRegistry } from '../jobs/index.js'
import { MessagesModule } from '../messages/index.js'
import { OrganizationsModule } from '../organizations/organizations.module.js'
import { AddressChangesController, AddressChangePagesController } from './address-change/address-change.controller.js'
import { AddressChange } from './address-change/address-change.entity.js'
import { AddressChangePages } from './address-change/address-change-pages.js'
import { AddressChangeRepository } from './address-change/address-change.repository.js'
import { AddressChangeTokens } from './address-change/address-change-tokens.js'
import { AddressChangeView } from './address-change/address-change-view.js'
import { AddressMails } from './address-change/address-mails.js'
import { AnswerAddressChange } from './address-change/answer-address-change.js'
import { RequestAddressChange } from './address-change/request-address-change.js'
import { countAnswers } from './answer-counts.js'
import { ApplicantLetters } from './applicant-letters.js'
import { ApplicationDetail } from './application-detail.js'
import { ApplicationList } from './application-list.js'
import { ApplicationTokens } from './application-tokens.js'
import { Application } from './application.entity.js'
import { ApplicationRepository } from './application.repository.js'
import { ApplicationsController } from './applications.controller.js'
import { CancelledEvents } from './cancelled-events.js'
import { ConfirmApplication } from './confirm-application.js'
import { AskForProof } from './ask-for-proof.js'
import { ConfirmationMails } from './confirmation-mails.js'
import { ConfirmationPages } from './confirmation-pages.js'
import { EditApplication } from './edit-application.js'
import { EventGate } from './event-gate.js'
import { EventMessages } from './event-messages.js'
import { AnswerFileRepository } from './files/answer-file.repository.js'
import { AnswerFiles } from './files/answer-files.js'
import { AnswerFilesController } from './files/answer-files.controller.js'
import { ForgetFiles } from './files/forget-files.js'
import { ReceiveFile } from './files/receive-file.js'
import { ApplicationGroup } from './groups/application-group.entity.js'
import { Companions } from './groups/companions.js'
import { GroupRepository } from './groups/group.repository.js'
import { GroupView } from './groups/group-view.js'
import { GroupsController, PublicGroupsController } from './groups/groups.controller.js'
import { JudgementList } from './judging/judgement-list.js'
import { Judgements } from './judging/judgements.js'
import { JudgingController } from './judging/judging.controller.js'
import { JudgingDoor } from './judging/judging-door.js'
import { JudgingMails } from './judging/judging-mails.js'
import { KeepApart } from './judging/keep-apart.js'
import { MergeApplications } from './judging/merge-applications.js'
import { SameMailbox } from './judging/same-mailbox.js'
import { SetAside } from './judging/set-aside.js'
import { UndoJudgement } from './judging/undo-judgement.js'
import { DuplicateSets } from './likeness/duplicate-sets.js'
import { DirectIntake } from './intake/direct-intake.js'
import { DeviceHints } from './intake/device-hints.js'
import { Intake } from './intake/intake.js'
import { OpenEvents } from './intake/open-events.js'
import { ImportedApplications } from './intake/imported-applications.js'
import { ReadSubmission } from './intake/read-submission.js'
import { ReceivedBefore } from './intake/received-before.js'
import { ReceiveAtOnce } from './intake/receive-at-once.js'
import { ReceiveApplications } from './intake/receive-applications.js'
import { FrozenApplications } from './frozen-applications.js'
import { ApplicationNotes } from './list/application-notes.js'
import { ApplicationStory } from './list/application-story.js'
import { ApplicationStoryController } from './list/application-story.controller.js'
import { ApplicationViews } from './list/application-views.js'
import { CountFound } from './list/count-found.js'
import { KeepList } from './list/keep-list.js'
import { ListCounts } from './list/list-counts.js'
import { ListRows } from './list/list-rows.js'
import { ListWorkController } from './list/list-work.controller.js'
import { TagMany } from './list/tag-many.js'
import { AppIcons } from './home-screen/app-icons.js'
import { HomeScreenController } from './home-screen/home-screen.controller.js'
import { LostLinkPagesController, LostLinksController } from './lost-link/lost-link.controller.js'
import { MailLostLink } from './lost-link/mail-lost-link.js'
import { RequestLostLink } from './lost-link/request-lost-link.js'
import { MailBlockTokens } from './mail-blocks/mail-block-tokens.js'
import { MailBlocks } from './mail-blocks/mail-blocks.js'
import { MailBlocksController } from './mail-blocks/mail-blocks.controller.js'
import { UnaskedMails } from './mail-blocks/unasked-mails.js'
import { PersonalMailLinks } from './personal-mail-links.js'
import { PersonalPageFacts } from './personal-page-facts.js'
import { PersonalPageController } from './personal-page.controller.js'
import { PersonalPagePagesController } from './personal-page.pages.controller.js'
import { PersonalPages } from './personal-pages.js'
import { PublicApplicationsController } from './public-applications.controller.js'
import { HandleChanges } from './handle-changes.js'
import { Receipts } from './receipts.js'
import { EffortChallenges } from './effort/effort-challenges.js'
import { EffortGate } from './effort/effort-gate.js'
import { SpentEfforts } from './effort/spent-efforts.js'
import { UsualRate } from './effort/usual-rate.js'
import { RefusalCounts } from './refusals/refusal-counts.js'
import { RefusalsController } from './refusals/refusals.controller.js'
import { ResendConfirmation } from './resend-confirmation.js'
import { SubmissionLimits } from './submission-limits.js'
import { SubmitApplication } from './submit-application.js'
import { TagApplication } from './tag-application.js'
import { WithdrawApplication } from './withdraw-application.js'
import { Withdrawals } from './withdrawals.js'

@Module({
  imports: [TypeOrmModule.forFeature([AddressChange, Application, ApplicationGroup]), EventsModule, MessagesModule, OrganizationsModule],
  controllers: [
    AnswerFilesController,
    PublicApplicationsController,
    PersonalPageController,
    HomeScreenController,
    PersonalPagePagesController,
    ApplicationsController,
    ApplicationStoryController,
    ListWorkController,
    JudgingController,
    GroupsController,
    PublicGroupsController,
    AddressChangesController,
    AddressChangePagesController,
    LostLinksController,
    LostLinkPagesController,
    MailBlocksController,
    RefusalsController,
  ],
  providers: [
    AddressChangePages,
    AddressChangeRepository,
    AddressChangeTokens,
    AddressChangeView,
    AddressMails,
    AnswerAddressChange,
    AppIcons,
    AskForProof,
    AnswerFileRepository,
    AnswerFiles,
    ApplicantLetters,
    ApplicationDetail,
    ApplicationList,
    ApplicationNotes,
    ApplicationStory,
    ApplicationViews,
    CountFound,
    ApplicationRepository,
    ApplicationTokens,
    CancelledEvents,
    Companions,
    ConfirmApplication,
    ConfirmationMails,
    ConfirmationPages,
    DeviceHints,
    DirectIntake,
    DuplicateSets,
    EditApplication,
    EffortChallenges,
    EffortGate,
    EventGate,
    EventMessages,
    ForgetFiles,
    FrozenApplications,
    GroupRepository,
    GroupView,
    HandleChanges,
    Intake,
    OpenEvents,
    JudgementList,
    Judgements,
    JudgingDoor,
    JudgingMails,
    KeepApart,
    KeepList,
    ListCounts,
    ListRows,
    MailBlocks,
    UnaskedMails,
    MailBlockTokens,
    MailLostLink,
    MergeApplications,
    PersonalMailLinks,
    PersonalPageFacts,
    PersonalPages,
    ImportedApplications,
    ReadSubmission,
    ReceiveApplications,
    ReceiveAtOnce,
    ReceivedBefore,
    ReceiveFile,
    Receipts,
    RequestAddressChange,
    RequestLostLink,
    RefusalCounts,
    ResendConfirmation,
    SpentEfforts,
    SameMailbox,
    SetAside,
    SubmissionLimits,
    SubmitApplication,
    TagApplication,
    TagMany,
    UsualRate,
    UndoJudgement,
    WithdrawApplication,
    Withdrawals,
  ],
  exports: [
    AnswerFiles,
    ApplicantLetters,
    ApplicationRepository,
    ApplicationTokens,
    EventGate,
    FrozenApplications,
    HandleChanges,
    ApplicationList,
    ImportedApplications,
    PersonalPageFacts,
    PersonalPages,
    Withdrawals,
  ],
})
export class ApplicationsModule implements OnModuleInit {
  constructor(
    private readonly facts: EventFacts,
    private readonly applications: ApplicationRepository,
    private readonly personalPages: PersonalPageFacts,
    private readonly groups: GroupRepository,
    private readonly groupView: GroupView,
    private readonly moments: MomentRegistry,
    private readonly keepList: KeepList,
    private readonly judgements: Judgements,
  ) {}

  onModuleInit(): void {
    this.moments.register({ name: 'keep-application-list', run: () => this.keepList.goOn() })
    this.facts.supplyApplications((manager, eventIds) => this.applications.countByEvent(manager, eventIds))
    this.facts.supplyAnswerCounts(countAnswers)
    this.facts.supplyLargerGroups((manager, eventId, size) => this.groups.countLarger(manager, eventId, size))
    this.personalPages.register(async (manager, { application, event, now }) => ({
      together: await this.groupView.ofMember(manager, application, event, now),
      putAside: application.setAsideAt === null ? null : await this.judgements.putAside(application.id, manager),
    }))
  }
}
