import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { cleanLine, cleanText, isPlainText } from './clean-text.js'
import { fieldRule } from './field-rule.js'

interface TextOptions {
  /** The most characters (Unicode code points) it may have. */
  readonly max: number
  /** The fewest; 1 unless told otherwise, so that an empty field is a missing one. */
  readonly min?: number
  readonly multiline?: boolean
}

const onText = (check: (text: string) => boolean) => (value: unknown) => typeof value !== 'string' || check(value)
const length = (text: string): number => [...text].length

function rules({ max, min = 1, multiline = false }: TextOptions, each: boolean): PropertyDecorator[] {
  return [
    fieldRule('text', (value) => typeof value === 'string', {}, each),
    fieldRule(
      'plain',
      onText((text) => isPlainText(text, multiline)),
      {},
      each,
    ),
    fieldRule(
      'required',
      onText((text) => text.length > 0 || min === 0),
      {},
      each,
    ),
    fieldRule(
      'tooShort',
      onText((text) => length(text) >= min),
      { min },
      each,
    ),
    fieldRule(
      'tooLong',
      onText((text) => text.length <= max * 2 && length(text) <= max),
      { max },
      each,
    ),
  ]
}

const clean = (multiline: boolean) => (value: unknown) => (typeof value === 'string' ? (multiline ? cleanText : cleanLine)(value) : value)

/** A text of a person: trimmed, composed, without control characters; one line unless `multiline`. */
export function Text(options: TextOptions): PropertyDecorator {
  const tidy = clean(options.multiline ?? false)
  return applyDecorators(
    Transform(({ value }) => tidy(value)),
    ...rules(options, false),
    ApiProperty({ type: String, maxLength: options.max, minLength: options.min ?? 1 }),
  )
}

/** A list of such texts with at most `items` of them. */
export function TextList({ items, ...options }: TextOptions & { readonly items: number }): PropertyDecorator {
  const tidy = clean(options.multiline ?? false)
  return applyDecorators(
    Transform(({ value }) => (Array.isArray(value) ? value.map(tidy) : value)),
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= items, { max: items }),
    ...rules(options, true),
    ApiProperty({ type: String, isArray: true, maxItems: items }),
  )
}
