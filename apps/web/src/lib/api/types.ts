/** The shapes that cross the wire. Instants are RFC 3339 in UTC. */
export type Instant = string
export type Locale = 'en' | 'nl'

export type Shades = { accent: string; accentHover: string; onAccent: string; accentSoft: string; stamp: string }
export type AccentTokens = { light: Shades; dark: Shades }

export type OrganizationSummary = {
  id: string
  slug: string
  name: string
  accent: string
  accentTokens: AccentTokens
  logoUrl: string | null
  address: string
  website: string | null
  locale: Locale
}

// --- accounts ---------------------------------------------------------------------------------------------------------

export type Role = 'owner' | 'organizer' | 'reviewer' | 'moderator' | 'door'

export type Session = {
  user: { id: string; name: string; email: string; locale: Locale } | null
  memberships: { role: Role; organization: OrganizationSummary }[]
  trial: boolean
  now: Instant
}

export type JoinInvitation = { organizationName: string; email: string; role: Role; hasAccount: boolean }

// --- organizations ----------------------------------------------------------------------------------------------------

export type Picture = { large: string; medium: string; small: string }
export type UploadedFile = { id: string; width: number; height: number; urls: Picture }
export type FileKind = 'cover' | 'photo' | 'logo'

export type Member = { userId: string; name: string; email: string; role: Role }
export type MemberInvitation = { id: string; email: string; role: Role; expiresAt: Instant }
export type Members = { members: Member[]; invitations: MemberInvitation[] }

export type PublicHost = {
  id: string
  name: string
  roleTitle: string
  handle: string | null
  photo: { small: string; medium: string } | null
}
export type Host = PublicHost & { replyTo: string }

// --- events -----------------------------------------------------------------------------------------------------------

export type Phase = 'draft' | 'announced' | 'open' | 'closed' | 'drawn' | 'live' | 'wrapped' | 'archived' | 'cancelled'

export type QuestionType = 'short' | 'long' | 'choice' | 'rating'
export type Question = {
  id: string
  type: QuestionType
  label: string
  help: string | null
  required: boolean
  options: string[]
  maxLength: number
}
export type QuestionInput = Omit<Question, 'id'> & { id?: string }

export type AgendaItem = {
  id: string
  startsAt: Instant
  endsAt: Instant | null
  title: string
  place: string | null
  speaker: string | null
  note: string | null
}
export type AgendaInput = Omit<AgendaItem, 'id'> & { id?: string }

export type EventSummary = {
  id: string
  slug: string
  title: string
  hashtag: string
  phase: Phase
  /** A draft may have no dates yet. */
  startsAt: Instant | null
  endsAt: Instant | null
  timeZone: string
  capacity: number
  applications: number
  coverUrl: string | null
  updatedAt: Instant
}

export type EventInput = {
  title: string
  slug: string
  tagline: string
  story: string
  hashtag: string
  coverFileId: string | null
  coverAlt: string
  venueName: string
  venueAddress: string
  venueCity: string
  practical: string
  timeZone: string
  startsAt: Instant | null
  endsAt: Instant | null
  capacity: number
  opensAt: Instant | null
  closesAt: Instant | null
  answerBy: Instant | null
  promotionHours: number
  locale: Locale
  hostIds: string[]
  questions: QuestionInput[]
  surveyQuestions: QuestionInput[]
  agenda: AgendaInput[]
}

export type EventDetail = Omit<EventInput, 'questions' | 'surveyQuestions' | 'agenda'> & {
  id: string
  phase: Phase
  version: number
  publicUrl: string
  publishedAt: Instant | null
  cancelledAt: Instant | null
  cancelReason: string | null
  cover: (Picture & { fileId: string; alt: string }) | null
  hosts: Host[]
  questions: Question[]
  surveyQuestions: Question[]
  agenda: AgendaItem[]
  missing: string[]
  locked: string[]
}

export type PublicPool = { id: string; seats: number; tag: string | null }

export type PublicEvent = {
  id: string
  slug: string
  organization: OrganizationSummary
  title: string
  tagline: string
  story: string
  hashtag: string
  /** The language it is written in. */
  locale: Locale
  cover: (Picture & { alt: string }) | null
  venue: { name: string; address: string; city: string }
  practical: string
  timeZone: string
  startsAt: Instant
  endsAt: Instant
  opensAt: Instant
  closesAt: Instant
  answerBy: Instant
  capacity: number
  phase: Phase
  cancelReason: string | null
  hosts: PublicHost[]
  questions: Question[]
  agenda: AgendaItem[]
  pools: PublicPool[]
  draw: {
    state: 'none' | 'committed' | 'drawn'
    round: number | null
    roundTime: Instant | null
    trialBeacon: boolean
    applications: number | null
  }
  now: Instant
  url: string
}

/** An event in its organization's list. */
export type ListedEvent = Pick<
  PublicEvent,
  | 'id'
  | 'slug'
  | 'organization'
  | 'title'
  | 'tagline'
  | 'hashtag'
  | 'locale'
  | 'cover'
  | 'venue'
  | 'timeZone'
  | 'startsAt'
  | 'endsAt'
  | 'opensAt'
  | 'closesAt'
  | 'capacity'
  | 'phase'
>

export type PublicOrganization = { organization: OrganizationSummary; events: ListedEvent[]; now: Instant }

// --- applications -----------------------------------------------------------------------------------------------------

export type Answers = Record<string, string>

export type ApplicationInput = {
  name: string
  email: string
  handle?: string
  answers: Answers
  consent: boolean
  locale: Locale
  nonce: string
  website?: string
}

export type Receipt = {
  ticketId: string
  ticketNumber: string
  name: string
  email: string
  receivedAt: Instant
  personalUrl: string
  closesAt: Instant
  receipt: { event: string; nonce: string; holder: string; ticketId: string; time: number; signature: string; publicKey: string }
}

export type ConfirmPage = { event: PublicEvent | null; name: string | null; state: 'open' | 'confirmed' | 'tooLate' | 'unknown' }
export type Confirmation = { personalUrl: string; confirmedAt: Instant; ticketNumber: string }

export type Step =
  | 'received'
  | 'confirmed'
  | 'unconfirmed'
  | 'entered'
  | 'waitlisted'
  | 'invited'
  | 'coming'
  | 'declined'
  | 'lapsed'
  | 'revoked'
  | 'givenBack'
  | 'checkedIn'
  | 'missed'
  | 'withdrawn'
  | 'setAside'
  | 'cancelled'

export type StampKind = 'received' | 'confirmed' | 'entered' | 'rank' | 'invited' | 'coming' | 'checkedIn' | 'passedOn' | 'withdrawn'
export type StampMark = { kind: StampKind; at: Instant; values?: Record<string, string | number> }

export type NextKey = 'confirm' | 'close' | 'freeze' | 'draw' | 'answer' | 'agenda' | 'day' | 'thanks' | 'survey'
export type NextMoment = { at: Instant | null; key: NextKey; values?: Record<string, string | number> }

export type InvitationState = 'pending' | 'accepted' | 'declined' | 'lapsed' | 'revoked'

export type PersonalPage = {
  step: Step
  event: PublicEvent
  ticket: { id: string; number: string }
  name: string
  email: string
  handle: string | null
  answers: Answers
  locale: Locale
  version: number
  receivedAt: Instant
  confirmedAt: Instant | null
  withdrawnAt: Instant | null
  draw: {
    committedAt: Instant
    commitment: string
    roundTime: Instant
    entered: boolean
    total: number | null
    rank: number | null
    drawnAt: Instant | null
  } | null
  invitation: {
    state: InvitationState
    deadline: Instant
    invitedAt: Instant
    answeredAt: Instant | null
    canChangeUntil: Instant | null
  } | null
  checkedInAt: Instant | null
  survey: { open: boolean; answeredAt: Instant | null; questions: Question[] } | null
  next: NextMoment[]
  can: { edit: boolean; withdraw: boolean; answer: boolean; giveBack: boolean; resendConfirmation: boolean }
  links: {
    calendarFile: string | null
    calendarFeed: string | null
    badgePdf: string | null
    agendaPdf: string | null
    draw: string | null
  }
  badge: { qr: string } | null
  stamps: StampMark[]
  now: Instant
}

export type ApplicationSummary = {
  id: string
  name: string
  email: string
  handle: string | null
  step: Step
  ticketNumber: string
  rank: number | null
  receivedAt: Instant
  confirmedAt: Instant | null
}
export type ApplicationPage = {
  items: ApplicationSummary[]
  nextCursor: string | null
  counts: { received: number; confirmed: number; withdrawn: number; total: number }
}
export type ApplicationDetail = ApplicationSummary & {
  withdrawnAt: Instant | null
  answers: { questionId: string; label: string; answer: string | null }[]
  deliveries: { template: string; state: DeliveryState; sentAt: Instant | null }[]
  timeline: StampMark[]
}
export type DeliveryState = 'queued' | 'sent' | 'deferred' | 'bounced' | 'failed'
export type MessageSummary = { template: string; count: number; sent: number; failed: number; lastAt: Instant | null }

// --- draws and invitations --------------------------------------------------------------------------------------------

export type PublicDraw = {
  state: 'none' | 'committed' | 'drawn'
  number: number | null
  commitment: string | null
  committedAt: Instant | null
  closesAt: Instant | null
  round: number | null
  roundTime: Instant | null
  beacon: { trial: boolean; chainHash: string; publicKey: string; scheme: string; relays: string[] } | null
  drawnAt: Instant | null
  randomness: string | null
  signature: string | null
  seed: string | null
  orderHash: string | null
  head: string | null
  counts: { entries: number; seats: number; placed: number; waiting: number; out: number; log: number } | null
  pools: PublicPool[]
  bundleBytes: number
}

export type DrawTicketState = 'invited' | 'coming' | 'passedOn' | 'waiting' | 'withdrawn' | 'entered'
export type DrawTicket = { rank: number | null; ticketId: string; ticketNumber: string; pool: string | null; state: DrawTicketState }
export type DrawTickets = { items: DrawTicket[]; nextCursor: string | null }

export type DrawLogLine = {
  seq: number
  at: Instant
  type: string
  unit: string | null
  ticketNumber: string | null
  reason: string | null
  /** The first of them; the draw itself gives all seats at once. */
  promoted: { ticketNumber: string; pool: string }[]
  promotedCount: number
  hash: string
}
export type DrawLog = { items: DrawLogLine[]; nextCursor: string | null }

export type InvitationItem = {
  id: string
  applicationId: string
  name: string
  email: string
  rank: number | null
  state: InvitationState
  deadline: Instant
  invitedAt: Instant
  answeredAt: Instant | null
  /** True when an accepted seat was given back. */
  returned: boolean
}
export type Invitations = {
  counts: { pending: number; accepted: number; declined: number; lapsed: number; revoked: number; waiting: number }
  seats: { pool: string; seats: number; taken: number }[]
  items: InvitationItem[]
  nextCursor: string | null
}
export type RevocationReason = 'house-rules' | 'ineligible' | 'duplicate' | 'other'

// --- trial ------------------------------------------------------------------------------------------------------------

export type TrialMomentKey = 'opening' | 'close' | 'beacon' | 'answers' | 'day' | 'dayAfter'
export type TrialMoments = { now: Instant; moments: { key: TrialMomentKey; at: Instant; past: boolean }[] }
export type TrialClock = { now: Instant; busy: boolean }

// --- attendance, follow-up, insights ----------------------------------------------------------------------------------

export type DoorState = { event: { title: string; startsAt: Instant | null; timeZone: string }; expected: number; checkedIn: number }
export type CheckInResult = {
  result: 'yes' | 'already' | 'no'
  reason?: 'unknown' | 'otherEvent' | 'cancelled' | 'notComing' | 'badSignature'
  person?: { applicationId: string; name: string; handle: string | null; ticketNumber: string }
  at?: Instant
  counts: { expected: number; checkedIn: number }
}
export type Attendee = { applicationId: string; name: string; handle: string | null; ticketNumber: string; checkedInAt: Instant | null }

export type TimelineMoment = {
  key: string
  at: Instant | null
  state: 'done' | 'now' | 'next'
  by: 'self' | 'you' | 'door' | 'organizer'
  values?: Record<string, string | number>
  actor?: string
}

export type EventHome = {
  event: EventSummary & { publicUrl: string }
  now: Instant
  headline: { key: string; values: Record<string, string | number> }
  timeline: TimelineMoment[]
  action: { key: string; values: Record<string, string | number>; href: string | null; kind: string } | null
  applications: { total: number; confirmed: number; lastHour: number; perHour: { at: Instant; count: number }[]; lastAt: Instant | null }
  funnel: { key: 'applied' | 'confirmed' | 'invited' | 'accepted' | 'came' | 'answered'; count: number }[]
  seats: { pool: string; seats: number; pending: number; accepted: number }[]
}

export type SurveyResults = {
  questions: { question: Question; answers: { option: string; count: number }[] | { text: string }[] }[]
  responses: number
  sent: number
}
