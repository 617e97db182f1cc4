import { ApiProperty } from '@nestjs/swagger'
import { ApplicationFilterQuery } from '../../applications/index.js'
import { Nested, OneOf, Optional } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'
import { type ExportFormat, exportFormats } from './export.repository.js'

export class RequestExportDto {
  @OneOf(exportFormats) format: ExportFormat
  /** Of the words in the file. */
  @OneOf(locales) locale: Locale
  /** What the list is filtered by; all applications where it is left out. */
  @Optional() @Nested(() => ApplicationFilterQuery) filter?: ApplicationFilterQuery | null
}

export const exportStates = ['waiting', 'running', 'done', 'failed'] as const
export type ExportState = (typeof exportStates)[number]

export class ExportDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String, enum: exportFormats }) format: ExportFormat
  @ApiProperty({ type: String, enum: exportStates }) state: ExportState
  @ApiProperty({ type: 'integer' }) rowsDone: number
  @ApiProperty({ type: 'integer', description: 'At most so many; exact when it is done.' }) rowsTotal: number
  @ApiProperty({ type: 'integer', nullable: true, description: 'In bytes, when it is done.' }) size: number | null
  @ApiProperty({ type: String, description: 'Who asked for it.' }) by: string
  @ApiProperty({ type: String, format: 'date-time' }) askedAt: string
  @ApiProperty({ type: String, format: 'date-time', description: 'When the file is deleted.' }) keptUntil: string
}

export class ExportListDto {
  @ApiProperty({ type: ExportDto, isArray: true }) items: ExportDto[]
}
