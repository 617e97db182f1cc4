import { ApiProperty } from '@nestjs/swagger'
import { Flag, Nested, OneOf, Optional, Text } from '../../http/dto/index.js'
import { type Sort, sorts } from '../list/list-filter.js'
import { ApplicationFilterQuery, Columns } from './application-list.dto.js'

/** What a list is asked for, apart from the page. */
export class ListedDto extends ApplicationFilterQuery {
  @Optional() @OneOf(sorts) sort?: Sort
  @Optional() @Columns() column?: string[]
}

export class SaveViewDto {
  @Text({ max: 60 }) name: string
  /** Whether the whole team sees it. */
  @Flag() shared: boolean
  @Nested(() => ListedDto) list: ListedDto
}

export class ViewDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: Boolean }) shared: boolean
  @ApiProperty({ type: Boolean, description: 'Whether it is yours, to change and to take away.' }) own: boolean
  @ApiProperty({ type: String, nullable: true, description: 'Who made it.' }) by: string | null
  @ApiProperty({ type: Boolean, description: 'Whether it is of this event alone, because it names a question, a pool or a tag of it.' })
  ofEvent: boolean
  @ApiProperty({ type: ListedDto }) list: ListedDto
}

export class ViewListDto {
  @ApiProperty({ type: ViewDto, isArray: true }) items: ViewDto[]
}
