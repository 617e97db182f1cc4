import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from './field-rule.js'

interface AnswerMapOptions {
  readonly entries: number
  /** The most characters of one text, and the most texts of one list. */
  readonly max: number
  readonly listMax: number
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Answers by the id of their question, each a text or a list of texts; what they must be is checked by the use case. */
export function AnswerMap({ entries, max, listMax }: AnswerMapOptions): PropertyDecorator {
  const isText = (value: unknown) => typeof value === 'string' && value.length <= max
  const isAnswer = (value: unknown) => isText(value) || (Array.isArray(value) && value.length <= listMax && value.every(isText))
  return applyDecorators(
    fieldRule('map', isMap),
    fieldRule('tooMany', (value) => !isMap(value) || Object.keys(value).length <= entries, { max: entries }),
    fieldRule('mapOfAnswers', (value) => !isMap(value) || Object.values(value).every(isAnswer), { max, listMax }),
    ApiProperty(answerMapSchema),
  )
}

/** How answers are described in the API. */
export const answerMapSchema: { type: 'object'; additionalProperties: { oneOf: object[] } } = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
}
