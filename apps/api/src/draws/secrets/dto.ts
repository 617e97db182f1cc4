import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/field-rule.js'

const maybeText = { type: String, nullable: true } as const
const modes = ['beacon', 'commit-reveal', 'both'] as const
const states = ['missing', 'invited', 'committed', 'revealed'] as const

export class ContributorDto {
  @ApiProperty({ type: String }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, enum: states, description: 'invited: has a link; committed and revealed: has handed that in.' })
  state: (typeof states)[number]
  @ApiProperty(maybeText) commit: string | null
}

export class ContributorListDto {
  @ApiProperty({ type: String, enum: modes }) mode: (typeof modes)[number]
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) commitUntil: string | null
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From when the draw can be started again without whoever has not revealed.',
  })
  absentFrom: string | null
  @ApiProperty({ type: Boolean }) canStartAgain: boolean
  @ApiProperty({ type: ContributorDto, isArray: true }) items: ContributorDto[]
}

export class ContributorLinkDto {
  @ApiProperty({ type: String, format: 'uri', description: 'Shown once; a new one ends it.' }) url: string
}

const isDigest = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

export class SecretCommitDto {
  @fieldRule('digest', isDigest)
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$' })
  commit: string
}

export class SecretRevealDto {
  @fieldRule('digest', isDigest)
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$' })
  secret: string
}

/** What a contributor sees behind her link. */
export class ContributionDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Goes into the commitment.' }) event: string
  @ApiProperty({ type: String }) title: string
  @ApiProperty({ type: String }) organization: string
  @ApiProperty({ type: String }) timeZone: string
  @ApiProperty({ type: String, description: 'Path of the public page of the draw.' }) drawPage: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, enum: modes }) mode: (typeof modes)[number]
  @ApiProperty(maybeText) commit: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) commitUntil: string | null
  @ApiProperty({ ...maybeText, description: 'Commitment of the sealed list, once there is one.' }) sealed: string | null
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From when a secret may stand in for the beacon; only once the sealed list counts on it.',
  })
  fallbackAfter: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revealedAt: string | null
  @ApiProperty({ type: Boolean }) drawn: boolean
  @ApiProperty({ type: Boolean }) canCommit: boolean
  @ApiProperty({ type: Boolean }) canReveal: boolean
}
