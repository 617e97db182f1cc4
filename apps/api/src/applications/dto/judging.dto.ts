import { ApiProperty } from '@nestjs/swagger'
import { Id, IdList, ListOf, OneOf, Optional, Text } from '../../http/dto/index.js'

/** Why the team sets an application aside: tokens that are published beside the ticket. */
export const asideReasons = ['duplicate', 'ineligible', 'house-rules', 'other'] as const
export type AsideReason = (typeof asideReasons)[number]

const mostAtOnce = 500
const longestNote = 500

export class SetAsideDto {
  @IdList({ items: mostAtOnce }) applicationIds: string[]
  /** The set in which they were compared: what was decided about it meanwhile stands against this. */
  @Optional() @Id() setId?: string
  /** Stands in the published list of tickets that take no part. */
  @OneOf(asideReasons) reason: AsideReason
  /** Goes to the person, not into the published list. */
  @Optional() @Text({ max: longestNote, min: 0, multiline: true }) note?: string | null
}

export class TakenAnswerDto {
  @Id() questionId: string
  @Id() applicationId: string
}

export class MergeDto {
  /** The application that stays. */
  @Id() staysId: string
  /** Those that are set aside as duplicates of it. */
  @IdList({ items: mostAtOnce }) asideIds: string[]
  /** Which answers the one that stays takes over, and from whom. */
  @ListOf(() => TakenAnswerDto, { items: 100 }) answers: TakenAnswerDto[]
  @Optional() @Text({ max: longestNote, min: 0, multiline: true }) note?: string | null
}

export class KeepDto {
  /** Why they are different people; stays with the team. */
  @Text({ max: longestNote, multiline: true }) note: string
}

export class SameMailboxDto {
  @Optional() @Text({ max: longestNote, min: 0, multiline: true }) note?: string | null
}

export class SameMailboxCountDto {
  @ApiProperty({ type: 'integer', description: 'How many mailboxes have applied more than once.' }) mailboxes: number
  @ApiProperty({ type: 'integer', description: 'How many applications would be set aside.' }) applications: number
}

export class JudgedDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, enum: ['kept', 'aside', 'stays'] }) role: string
}

export class JudgementDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, enum: ['kept', 'set-aside', 'merged'] }) kind: 'kept' | 'set-aside' | 'merged'
  @ApiProperty({ type: String, enum: [...asideReasons], nullable: true }) reason: AsideReason | null
  @ApiProperty({ type: String, nullable: true }) note: string | null
  @ApiProperty({ type: String, nullable: true }) by: string | null
  @ApiProperty({ type: String, format: 'date-time' }) at: string
  @ApiProperty({ type: String, nullable: true }) undoneBy: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) undoneAt: string | null
  @ApiProperty({ type: 'integer', description: 'How many applications it is about.' }) size: number
  @ApiProperty({ type: JudgedDto, isArray: true, description: 'The first of them.' }) applications: JudgedDto[]
}

export class JudgementListDto {
  @ApiProperty({ type: JudgementDto, isArray: true }) items: JudgementDto[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

/** Why an application was set aside, for the team. */
export class PutAsideDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What can be taken back; null when the rules did it.' })
  judgementId: string | null
  @ApiProperty({ type: String, description: 'As it is published.' }) reason: string
  @ApiProperty({ type: String, nullable: true }) note: string | null
  @ApiProperty({ type: String, nullable: true }) by: string | null
  @ApiProperty({ type: String, format: 'date-time' }) at: string
}
