import type { components } from './schema.js'

type Schemas = components['schemas']

/** RFC 3339, in UTC. */
export type Instant = string

// --- organizations and accounts ---------------------------------------------------------------------------------------

export type Shades = Schemas['AccentThemeView']
export type AccentTokens = Schemas['AccentTokensView']
export type OrganizationSummary = Schemas['OrganizationSummary']
export type Locale = OrganizationSummary['locale']
export type PublicOrganization = Schemas['PublicOrganization']
export type Session = Schemas['SessionView']
export type JoinInvitation = Schemas['JoinView']
export type Role = Schemas['MemberView']['role']
export type Member = Schemas['MemberView']
export type MemberInvitation = Schemas['MemberInvitationView']
export type Members = Schemas['MemberList']
export type Picture = Schemas['FileUrlsView']
export type UploadedFile = Schemas['FileView']
export type FileKind = Schemas['FileUploadDto']['kind']
export type PublicHost = Schemas['PublicHostView']
export type Host = Schemas['HostView']

// --- events -----------------------------------------------------------------------------------------------------------

export type EventSummary = Schemas['EventSummary']
export type Phase = EventSummary['phase']
export type Question = Schemas['QuestionView']
export type QuestionType = Question['type']
export type QuestionInput = Omit<Question, 'id'> & { id?: string }
/** What a change of the form does to answers that were given. */
export type QuestionEffects = Schemas['QuestionEffectsView']
export type QuestionEffect = QuestionEffects['effects'][number]
/** The questions of another event, to be taken over. */
export type ReusableForm = Schemas['ReusableFormView']
export type AgendaItem = Schemas['AgendaItemView']
export type AgendaInput = Omit<AgendaItem, 'id'> & { id?: string }
/** Everything of an event that can be written, as the editor holds it: whole. */
export type EventInput = Omit<Required<Schemas['EventInput']>, 'questions' | 'surveyQuestions' | 'agenda' | 'confirm'> & {
  questions: QuestionInput[]
  surveyQuestions: QuestionInput[]
  agenda: AgendaInput[]
}
export type HandleProof = EventInput['handleProof']
export type EventDetail = Schemas['EventDetail']
export type PublicEvent = Schemas['PublicEvent']
export type PublicPool = Schemas['PoolView']
/** A change of the rules while people could apply. */
export type RuleChange = Schemas['RuleChangeView']
/** An event in its organization's list. */
export type ListedEvent = Schemas['PublicEventSummary']

// --- applications -----------------------------------------------------------------------------------------------------

export type ApplicationInput = Schemas['SubmitApplicationDto']
export type Answers = ApplicationInput['answers']
export type Answer = Answers[string]
export type Receipt = Schemas['ReceiptDto']
export type Confirmation = Schemas['ConfirmedDto']
/** Handed to the page by the server, inside the shell; no route of the API gives it. */
export type ConfirmPage = { event: PublicEvent | null; name: string | null; state: 'open' | 'confirmed' | 'tooLate' | 'unknown' }
/** Likewise. */
export type AddressPage = {
  event: PublicEvent | null
  email: string | null
  role: 'prove' | 'agree'
  state: 'open' | 'waiting' | 'over' | 'unknown'
}
/** Likewise. */
export type NoMailPage = { organization: OrganizationSummary | null; blocked: boolean }
export type MailBlock = Schemas['MailBlockDto']
export type EffortAhead = Schemas['EffortAheadDto']
export type RefusalCount = Schemas['RefusalCountDto']
export type AddressAnswered = Schemas['AddressAnsweredDto']
export type PersonalPage = Schemas['PersonalPageDto']
export type Step = PersonalPage['step']
export type OwnProof = Schemas['OwnHandleProofDto']
export type ApplicationProof = Schemas['ApplicationProofDto']
export type ProvenHandle = Schemas['ProvenHandleDto']
export type ProofBeginning = Schemas['ProofBeginningDto']
export type Network = ProvenHandle['network']
export type Together = Schemas['TogetherDto']
export type Companion = Schemas['CompanionDto']
export type TogetherPreview = Schemas['TogetherPreviewDto']
export type StampMark = Schemas['StampDto']
export type StampKind = StampMark['kind']
export type NextMoment = Schemas['NextStepDto']
export type NextKey = NextMoment['key']
export type ApplicationRow = Schemas['ApplicationRowDto']
export type ApplicationExport = Schemas['ExportDto']
export type ExportInput = Schemas['RequestExportDto']
export type ApplicationImport = Schemas['ImportDto']
export type ApplicationImportDetail = Schemas['ImportDetailDto']
export type ImportPlan = Schemas['ImportPlanDto']
export type ApplicationPage = Schemas['ApplicationListDto']
export type ApplicationDetail = Schemas['ApplicationDetailDto']
export type ApplicationStory = Schemas['ApplicationStoryDto']
export type ApplicationNote = Schemas['NoteDto']
export type ApplicationView = Schemas['ViewDto']
export type Tagging = Schemas['TaggingDto']
export type DuplicateSet = Schemas['DuplicateSetDto']
export type DuplicateSetPage = Schemas['DuplicateSetPageDto']
export type DuplicateList = Schemas['DuplicateListDto']
export type Judgement = Schemas['JudgementDto']
export type JudgementList = Schemas['JudgementListDto']
export type MergeInput = Schemas['MergeDto']
export type SetAsideInput = Schemas['SetAsideDto']
export type SameMailboxCount = Schemas['SameMailboxCountDto']
export type FoundCount = Schemas['FoundCountDto']
export type DeliveryState = Schemas['DeliveryDto']['state']
export type MessageSummary = Schemas['MessageSummaryDto']

// --- draws and invitations --------------------------------------------------------------------------------------------

export type PublicDraw = Schemas['PublicDrawDto']
export type DrawPool = Schemas['DrawPoolDto']
export type DrawContributor = Schemas['DrawContributorDto']
export type Contributors = Schemas['ContributorListDto']
export type Contribution = Schemas['ContributionDto']
export type AwaitedRound = Schemas['AwaitedRoundDto']
export type DrawTicket = Schemas['DrawTicketDto']
export type DrawTicketState = DrawTicket['state']
export type DrawTickets = Schemas['DrawTicketListDto']
export type DrawLogLine = Schemas['DrawLogLineDto']
export type DrawLog = Schemas['DrawLogDto']
export type InvitationItem = Schemas['InvitationDto']
export type InvitationState = InvitationItem['state']
export type Invitations = Schemas['InvitationListDto']
export type Exclusion = Schemas['ExclusionDto']
export type Exclusions = Schemas['ExclusionListDto']
export type ExclusionReason = Exclusion['reason']
export type Picks = Schemas['PickListDto']
export type PickItem = Schemas['PickDto']
export type ReviewDesk = Schemas['ReviewDeskDto']
export type ReviewTask = Schemas['ReviewTaskDto']
export type NextReview = Schemas['NextReviewDto']
export type ReviewOverview = Schemas['ReviewOverviewDto']
export type PickReason = Schemas['GiveSeatDto']['reason']

// --- trial ------------------------------------------------------------------------------------------------------------

export type TrialMoments = Schemas['MomentListDto']
export type TrialMomentKey = Schemas['MomentDto']['key']
export type TrialClock = Schemas['ClockDto']

// --- attendance, follow-up, insights ----------------------------------------------------------------------------------

export type DoorState = Schemas['DoorDto']
export type CheckInResult = Schemas['CheckInResultDto']
export type Attendee = Schemas['AttendeeDto']
export type EventHome = Schemas['EventHomeDto']
export type LiveFigures = Schemas['LiveDto']
export type TimelineMoment = Schemas['TimelineEntryDto']
export type SurveyResults = Schemas['SurveyResultsDto']
