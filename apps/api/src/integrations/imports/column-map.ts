import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/index.js'

const most = 100
const largest = 199

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isColumn = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largest

/** Columns by the id of a question. */
export function ColumnMap(): PropertyDecorator {
  return applyDecorators(
    fieldRule('map', isMap),
    fieldRule('tooMany', (value) => !isMap(value) || Object.keys(value).length <= most, { max: most }),
    fieldRule('wholeNumber', (value) => !isMap(value) || Object.values(value).every(isColumn), { min: 0, max: largest }),
    ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }),
  )
}
