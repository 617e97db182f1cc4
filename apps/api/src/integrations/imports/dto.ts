import { ApiProperty } from '@nestjs/swagger'
import { Flag, OneOf, Optional, WholeNumber } from '../../http/dto/index.js'
import { ColumnMap } from './column-map.js'
import { type Locale, locales } from '../../http/index.js'
import { type Delimiter, delimiters, type Encoding, encodings, type ImportState, importStates } from './import.js'
import { type DateOrder, dateOrders, type ImportPlan } from './import-plan.js'

const column = { min: 0, max: 199 }

/** What the columns hold, each named by its place; the first is 0. */
export class ImportPlanDto implements ImportPlan {
  @WholeNumber(column) name: number
  @WholeNumber(column) email: number
  @Optional() @WholeNumber(column) handle: number | null
  /** Columns by the id of the question that they answer. */
  @ColumnMap() answers: Record<string, number>
  /** Of the mails. */
  @OneOf(locales) locale: Locale
  @OneOf(dateOrders) dateOrder: DateOrder
  /** Takes rows in which required answers are missing. */
  @Flag() forgiveMissing: boolean
}

export class ReadingDto {
  @ApiProperty({ type: String, enum: encodings }) encoding: Encoding
  @ApiProperty({ type: String, enum: delimiters }) delimiter: Delimiter
  @ApiProperty({ type: String, isArray: true }) columns: readonly string[]
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: 'The first rows.' })
  sample: readonly (readonly string[])[]
}

export class ImportErrorDto {
  @ApiProperty({ type: 'integer', description: 'Of the file; the header is line 1.' }) line: number
  @ApiProperty({ type: String, nullable: true }) column: string | null
  @ApiProperty({ type: String }) value: string
  @ApiProperty({ type: String, description: 'In the language of the request.' }) message: string
}

export class ImportDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) fileName: string
  @ApiProperty({ type: String, enum: importStates }) state: ImportState
  @ApiProperty({ type: ReadingDto }) reading: ReadingDto
  @ApiProperty({ type: ImportPlanDto, nullable: true }) plan: ImportPlanDto | null
  @ApiProperty({ type: 'integer' }) rowsTotal: number
  @ApiProperty({ type: 'integer' }) rowsDone: number
  @ApiProperty({ type: 'integer', description: 'Rows that become applications, or have.' }) good: number
  @ApiProperty({ type: 'integer', description: 'Rows whose address has applied already.' }) known: number
  @ApiProperty({ type: 'integer', description: 'Rows that cannot be taken in.' }) wrong: number
  @ApiProperty({ type: String, nullable: true, description: 'What ended it, in the language of the request.' }) failure: string | null
  @ApiProperty({ type: String }) by: string
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null
}

export class ImportDetailDto extends ImportDto {
  @ApiProperty({ type: ImportErrorDto, isArray: true, description: 'The first thousand.' }) errors: ImportErrorDto[]
}

export class ImportListDto {
  @ApiProperty({ type: ImportDto, isArray: true }) items: ImportDto[]
}
