import { ApiProperty } from '@nestjs/swagger'
import type { Answer } from '#forms'
import { PublicEvent, QuestionView } from '../../events/index.js'
import { answerMapSchema, sentenceValues } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'
import type { BesideFact } from '../personal-page-facts.js'
import { type Step, steps } from '../application-step.js'
import { PageAddressChangeDto } from './address-change.dto.js'
import { TogetherDto } from './together.dto.js'

const instant = { type: String, format: 'date-time' } as const
const maybeInstant = { ...instant, nullable: true } as const
const maybeAddress = { type: String, format: 'uri', nullable: true } as const

export class TicketDto {
  @ApiProperty({ type: String, description: '32 bytes in hex' }) id: string
  @ApiProperty({ type: String, example: '3f9a-71c2' }) number: string
}

export class PageDrawDto {
  @ApiProperty(instant) committedAt: string
  @ApiProperty({ type: String }) commitment: string
  @ApiProperty(instant) roundTime: string
  @ApiProperty({ type: Boolean, description: 'Whether this ticket is in the list.' }) entered: boolean
  @ApiProperty({ type: 'integer', nullable: true }) total: number | null
  @ApiProperty({ type: 'integer', nullable: true }) rank: number | null
  @ApiProperty({ type: 'integer', nullable: true }) lots: number | null
  @ApiProperty(maybeInstant) drawnAt: string | null
}

const invitationStates = ['pending', 'accepted', 'declined', 'lapsed', 'revoked'] as const

export class PageInvitationDto {
  @ApiProperty({ type: String, enum: invitationStates }) state: (typeof invitationStates)[number]
  @ApiProperty(instant) deadline: string
  @ApiProperty(instant) invitedAt: string
  @ApiProperty(maybeInstant) answeredAt: string | null
  @ApiProperty(maybeInstant) canChangeUntil: string | null
}

const reasons = ['house-rules', 'ineligible', 'duplicate', 'other'] as const
const appealStates = ['open', 'granted', 'refused', 'ended'] as const

export class PageAppealDto {
  @ApiProperty({ type: String }) text: string
  @ApiProperty(instant) at: string
  @ApiProperty({ type: String, enum: appealStates }) state: (typeof appealStates)[number]
  @ApiProperty({ type: String, nullable: true }) answer: string | null
  @ApiProperty(maybeInstant) decidedAt: string | null
}

export class PagePutAsideDto {
  @ApiProperty({ type: String, description: 'As it is published.' }) reason: string
  @ApiProperty({ type: String, nullable: true, description: 'What the team adds in its own words.' }) note: string | null
}

export class PageExclusionDto {
  @ApiProperty({ type: String, enum: reasons }) reason: (typeof reasons)[number]
  @ApiProperty({ type: String, nullable: true }) note: string | null
  @ApiProperty(instant) at: string
  @ApiProperty(maybeInstant) appealUntil: string | null
  @ApiProperty({ type: PageAppealDto, nullable: true }) appeal: PageAppealDto | null
}

export class PageSurveyDto {
  @ApiProperty({ type: Boolean }) open: boolean
  @ApiProperty(maybeInstant) answeredAt: string | null
  @ApiProperty({ type: QuestionView, isArray: true }) questions: QuestionView[]
}

export class NextStepDto {
  @ApiProperty(maybeInstant) at: string | null
  @ApiProperty({
    type: String,
    enum: ['confirm', 'prove', 'close', 'freeze', 'draw', 'invitation', 'answer', 'agenda', 'day', 'thanks', 'survey'],
  })
  key: string
}

export class PagePermissionsDto {
  @ApiProperty({ type: Boolean }) edit: boolean
  @ApiProperty({ type: Boolean }) withdraw: boolean
  @ApiProperty({ type: Boolean, description: 'Take a withdrawal back.' }) rejoin: boolean
  @ApiProperty({ type: Boolean }) answer: boolean
  @ApiProperty({ type: Boolean }) giveBack: boolean
  @ApiProperty({ type: Boolean, description: 'Say why an exclusion is wrong.' }) appeal: boolean
  @ApiProperty({ type: Boolean }) resendConfirmation: boolean
  @ApiProperty({ type: Boolean, description: 'Found, join or leave a group.' }) comeTogether: boolean
  @ApiProperty({ type: Boolean, description: 'Ask for mails to go to another address.' }) changeAddress: boolean
}

export class PageLinksDto {
  @ApiProperty(maybeAddress) calendarFile: string | null
  @ApiProperty(maybeAddress) calendarFeed: string | null
  @ApiProperty(maybeAddress) badgePdf: string | null
  @ApiProperty(maybeAddress) agendaPdf: string | null
  @ApiProperty(maybeAddress) draw: string | null
}

export class PageBadgeDto {
  @ApiProperty({ type: String, description: 'The text of the code.' }) qr: string
}

export class StampDto {
  @ApiProperty({
    type: String,
    enum: ['received', 'confirmed', 'entered', 'rank', 'invited', 'coming', 'checkedIn', 'passedOn', 'withdrawn'],
  })
  kind: string
  @ApiProperty(instant) at: string
  @ApiProperty(sentenceValues) values: Record<string, string | number>
}

/** Everything about one application, for whoever holds its link. */
export class PersonalPageDto {
  @ApiProperty({ type: String, enum: steps }) step: Step
  @ApiProperty({ type: PublicEvent }) event: PublicEvent
  @ApiProperty({ type: TicketDto }) ticket: TicketDto
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, format: 'email' }) email: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
  @ApiProperty(answerMapSchema) answers: Record<string, Answer>
  @ApiProperty({ type: String, enum: locales }) locale: Locale
  @ApiProperty({ type: 'integer' }) version: number
  @ApiProperty(instant) receivedAt: string
  @ApiProperty(maybeInstant) confirmedAt: string | null
  @ApiProperty(maybeInstant) withdrawnAt: string | null
  @ApiProperty({ type: TogetherDto, nullable: true, description: 'Null at an event to which everybody comes alone.' })
  together: TogetherDto | null
  @ApiProperty({ type: PageAddressChangeDto, nullable: true }) addressChange: PageAddressChangeDto | null
  @ApiProperty({ type: PageDrawDto, nullable: true }) draw: PageDrawDto | null
  @ApiProperty({ type: String, nullable: true, enum: ['picked', 'score', 'below-threshold', 'not-reviewed'] }) beside: BesideFact | null
  @ApiProperty({ type: PageInvitationDto, nullable: true }) invitation: PageInvitationDto | null
  @ApiProperty({ type: PagePutAsideDto, nullable: true, description: 'Why the team set it aside.' }) putAside: PagePutAsideDto | null
  @ApiProperty({ type: PageExclusionDto, nullable: true }) exclusion: PageExclusionDto | null
  @ApiProperty(maybeInstant) checkedInAt: string | null
  @ApiProperty({ type: PageSurveyDto, nullable: true }) survey: PageSurveyDto | null
  @ApiProperty({ type: NextStepDto, isArray: true }) next: NextStepDto[]
  @ApiProperty({ type: PagePermissionsDto }) can: PagePermissionsDto
  @ApiProperty({ type: PageLinksDto }) links: PageLinksDto
  @ApiProperty({ type: PageBadgeDto, nullable: true }) badge: PageBadgeDto | null
  @ApiProperty({ type: StampDto, isArray: true }) stamps: StampDto[]
  @ApiProperty(instant) now: string
}
