import { ApiProperty } from '@nestjs/swagger'
import { type Role, roles } from '#permissions'
import {
  freezesAt,
  type GroupName,
  poolName,
  seatsBesideDraw,
  seatsOfPools,
  tagOfPool,
  wordingHeadings,
  type WordingSection,
} from '#policy'
import { type Locale, locales } from '../http/index.js'
import { type Organization, OrganizationSummary, presentOrganization, presentPublicHost, PublicHostView } from '../organizations/index.js'
import { HandleProofView } from './dto/handle-proof.dto.js'
import type { HandleProofRule } from './handle-proof.js'
import type { Event } from './event.entity.js'
import type { DrawFacts } from './event-facts.js'
import type { Parts } from './event-parts.js'
import {
  AgendaItemView,
  CoverView,
  isoTime,
  presentAgendaItem,
  presentCover,
  presentQuestion,
  QuestionView,
} from './event-parts.presenter.js'
import { type EventPhase, eventPhase, eventPhases } from './event-phase.js'
import { defaultSchedule } from './event-times.js'
import type { PolicyChange, RuleSentences } from './policy-change.entity.js'
import { publicRules } from './public-rules.js'

export class VenueView {
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String }) address: string
  @ApiProperty({ type: String }) city: string
}

export class PoolNameView implements GroupName {
  @ApiProperty({ type: String }) nl: string
  @ApiProperty({ type: String }) en: string
}

export class PoolView {
  @ApiProperty({ type: String }) id: string
  @ApiProperty({ type: Number }) seats: number
  @ApiProperty({ type: String, nullable: true }) tag: string | null
  /** Who competes in it; null where everybody does. */
  @ApiProperty({ type: PoolNameView, nullable: true }) called: GroupName | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: string | null
}

export class RulePartView {
  @ApiProperty({ type: String, enum: wordingHeadings }) heading: WordingSection['heading']
  @ApiProperty({ type: String, isArray: true }) sentences: readonly string[]
}

/** The same rules in each language. */
export class RulesView {
  @ApiProperty({ type: RulePartView, isArray: true }) nl: readonly WordingSection[]
  @ApiProperty({ type: RulePartView, isArray: true }) en: readonly WordingSection[]
}

export class RuleSentencesView {
  @ApiProperty({ type: String, isArray: true }) nl: readonly string[]
  @ApiProperty({ type: String, isArray: true }) en: readonly string[]
}

/** A change of the rules after applications had opened. */
export class RuleChangeView {
  @ApiProperty({ type: String, format: 'date-time' }) at: string
  @ApiProperty({ type: String, enum: roles }) role: Role
  @ApiProperty({ type: RuleSentencesView }) removed: RuleSentences
  @ApiProperty({ type: RuleSentencesView }) added: RuleSentences
}

export class PublicDrawFacts {
  @ApiProperty({ type: String, enum: ['none', 'committed', 'drawn'] }) state: DrawFacts['state']
  @ApiProperty({ type: Number, nullable: true }) round: number | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) roundTime: string | null
  @ApiProperty({ type: Boolean }) trialBeacon: boolean
  @ApiProperty({ type: Number, nullable: true }) applications: number | null
}

/** An event as everybody sees it. */
export class PublicEvent {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) slug: string
  @ApiProperty({ type: OrganizationSummary }) organization: OrganizationSummary
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String }) tagline: string
  /** Sanitised HTML. */
  @ApiProperty({ type: String }) story: string
  @ApiProperty({ type: String }) hashtag: string
  @ApiProperty({ type: CoverView, nullable: true }) cover: CoverView | null
  @ApiProperty({ type: VenueView }) venue: VenueView
  /** Sanitised HTML. */
  @ApiProperty({ type: String }) practical: string
  /** The language of its texts. */
  @ApiProperty({ type: String, enum: locales }) locale: Locale
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: String, format: 'date-time' }) startsAt: string
  @ApiProperty({ type: String, format: 'date-time' }) endsAt: string
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: string
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: string
  @ApiProperty({ type: String, format: 'date-time' }) answerBy: string
  /** When the list is sealed for the draw: at the close, or once the scores of a review are final. */
  @ApiProperty({ type: String, format: 'date-time' }) freezesAt: string
  @ApiProperty({ type: Number }) capacity: number
  @ApiProperty({ type: String, enum: eventPhases }) phase: EventPhase
  @ApiProperty({ type: String, nullable: true }) cancelReason: string | null
  @ApiProperty({ type: PublicHostView, isArray: true }) hosts: PublicHostView[]
  @ApiProperty({ type: QuestionView, isArray: true }) questions: QuestionView[]
  @ApiProperty({ type: AgendaItemView, isArray: true }) agenda: AgendaItemView[]
  /** In the order in which they are filled. */
  @ApiProperty({ type: PoolView, isArray: true }) pools: PoolView[]
  /** Seats that the team gives to people it names. */
  @ApiProperty({ type: Number }) pickedSeats: number
  /** How many may come together; 1 when everybody applies alone. */
  @ApiProperty({ type: Number }) largestGroup: number
  /** Whether applicants show that a social account is theirs, and where. */
  @ApiProperty({ type: HandleProofView }) handleProof: HandleProofRule
  @ApiProperty({ type: RulesView }) rules: RulesView
  @ApiProperty({ type: RuleChangeView, isArray: true }) ruleChanges: RuleChangeView[]
  @ApiProperty({ type: PublicDrawFacts }) draw: PublicDrawFacts
  @ApiProperty({ type: String, format: 'date-time' }) now: string
  @ApiProperty({ type: String, format: 'uri' }) url: string
}

export interface PublicEventSources {
  readonly event: Event
  readonly organization: Organization
  readonly parts: Pick<Parts, 'hosts' | 'questions' | 'agenda'>
  readonly draw: DrawFacts
  readonly changes: readonly PolicyChange[]
  readonly url: string
  readonly now: Date
}

export function presentPublicEvent({ event, organization, parts, draw, changes, url, now }: PublicEventSources): PublicEvent {
  const { id, slug, title, tagline, story, hashtag, practical, locale, timeZone, capacity, cancelReason } = event
  const { state, round, roundTime, trialBeacon, applications } = draw
  const times = shownTimes(event, now)
  return {
    id,
    slug,
    organization: presentOrganization(organization),
    title,
    tagline,
    story,
    hashtag,
    cover: presentCover(event),
    venue: { name: event.venueName, address: event.venueAddress, city: event.venueCity },
    practical,
    locale,
    timeZone,
    startsAt: times.startsAt.toISOString(),
    endsAt: times.endsAt.toISOString(),
    opensAt: times.opensAt.toISOString(),
    closesAt: times.closesAt.toISOString(),
    answerBy: times.answerBy.toISOString(),
    freezesAt: freezesAt(event.policy, times.closesAt).toISOString(),
    capacity,
    phase: eventPhase({ ...event, drawnAt: draw.drawnAt }, now),
    cancelReason,
    hosts: parts.hosts.map(presentPublicHost),
    questions: parts.questions.map(presentQuestion),
    agenda: parts.agenda.map(presentAgendaItem),
    pools: presentPools(event, parts.questions),
    pickedSeats: seatsBesideDraw(event.policy),
    largestGroup: event.policy.companions.largest,
    handleProof: event.handleProof,
    rules: publicRules({ ...event, ...times }, parts.questions, trialBeacon),
    ruleChanges: changes.map(({ at, role, removed, added }) => ({ at: at.toISOString(), role, removed, added })),
    draw: { state, round, roundTime: isoTime(roundTime), trialBeacon, applications },
    now: now.toISOString(),
    url,
  }
}

function presentPools({ policy, capacity }: Event, questions: Parts['questions']): PoolView[] {
  const seats = seatsOfPools(policy, capacity)
  return policy.pools.map((pool, index) => ({
    id: pool.id,
    seats: seats[index] ?? 0,
    tag: tagOfPool(pool),
    called: poolName(pool, questions),
    closesAt: pool.closesAt,
  }))
}

/** The preview of a draft that lacks a time shows one that a new event would have. */
function shownTimes({ startsAt, endsAt, opensAt, closesAt, answerBy, timeZone }: Event, now: Date): ReturnType<typeof defaultSchedule> {
  if (startsAt && endsAt && opensAt && closesAt && answerBy) return { startsAt, endsAt, opensAt, closesAt, answerBy }
  const usual = defaultSchedule(now, timeZone)
  return {
    opensAt: opensAt ?? usual.opensAt,
    closesAt: closesAt ?? usual.closesAt,
    answerBy: answerBy ?? usual.answerBy,
    startsAt: startsAt ?? usual.startsAt,
    endsAt: endsAt ?? usual.endsAt,
  }
}
