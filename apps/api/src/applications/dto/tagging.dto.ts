import { ApiProperty } from '@nestjs/swagger'
import { Flag, IdList, Nested, Optional } from '../../http/dto/index.js'
import { ApplicationFilterQuery } from './application-list.dto.js'
import { Tag } from './application-tags.dto.js'

const mostChosen = 500

export class TagManyDto {
  @Tag() tag: string
  /** True: they get it. False: they lose it. */
  @Flag() present: boolean
  /** These; without them everybody who meets the filter. */
  @Optional() @IdList({ items: mostChosen }) applicationIds?: string[]
  @Optional() @Nested(() => ApplicationFilterQuery) filter?: ApplicationFilterQuery
}

export class TaggingDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) tag: string
  @ApiProperty({ type: Boolean }) present: boolean
  @ApiProperty({ type: String, enum: ['running', 'done', 'closed', 'failed'], description: '`closed`: the close came before its end.' })
  state: string
  @ApiProperty({ type: 'integer', description: 'How many it has come by.' }) lookedAt: number
  @ApiProperty({ type: 'integer', nullable: true, description: 'How many there are, as far as that is known.' }) expected: number | null
  @ApiProperty({ type: 'integer' }) changed: number
  @ApiProperty({ type: 'integer', description: 'How many could not get it, because they have twenty tags already.' }) leftOut: number
}
