import { ApiProperty } from '@nestjs/swagger'
import { OneOf, Optional, Text } from '../../http/dto/index.js'
import { likenessKinds, type LikenessKind } from '../likeness/marks.js'
import { ApplicationRowDto } from './application-list.dto.js'

export class DuplicatesQuery {
  /** Sets that nobody has decided about, or those whose people are known to be different. */
  @Optional() @OneOf(['open', 'kept']) show?: 'open' | 'kept'
  @Optional() @Text({ max: 300 }) cursor?: string
}

export class DuplicateSetQuery {
  @Optional() @Text({ max: 300 }) cursor?: string
}

export class LikenessDto {
  @ApiProperty({ type: String, enum: [...likenessKinds] }) kind: LikenessKind
  @ApiProperty({ type: Boolean, description: 'Of a handle: whether one of them has proven it.' }) proven: boolean
  @ApiProperty({ type: String, format: 'uuid', isArray: true, description: 'Those of this page that share it.' }) applicationIds: string[]
}

export class DuplicateSetDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: 'integer' }) size: number
  @ApiProperty({ type: String, format: 'date-time' }) newestAt: string
  @ApiProperty({ type: String, enum: [...likenessKinds], isArray: true, description: 'What binds it, the strongest first.' })
  kinds: LikenessKind[]
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The decision that they are different people.' })
  keptBy: string | null
  @ApiProperty({ type: ApplicationRowDto, isArray: true, description: 'In the order in which they came.' })
  applications: ApplicationRowDto[]
  @ApiProperty({ type: LikenessDto, isArray: true }) alike: LikenessDto[]
}

export class DuplicateSetPageDto extends DuplicateSetDto {
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
  @ApiProperty({ type: Boolean, description: 'Whether anything can still be decided.' }) open: boolean
}

export class DuplicateListDto {
  @ApiProperty({ type: DuplicateSetDto, isArray: true }) items: DuplicateSetDto[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
  @ApiProperty({ type: 'integer', description: 'How many wait for a decision, up to a thousand.' }) count: number
  @ApiProperty({ type: Boolean, description: 'Whether there are more, which nobody has counted.' }) more: boolean
  @ApiProperty({ type: Boolean, description: 'Whether anything can still be decided.' }) open: boolean
}
