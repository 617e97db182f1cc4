import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { cleanLine } from '../../http/dto/index.js'
import { fieldRule } from '../../http/dto/field-rule.js'

/** A word that all networks take as a hashtag, with or without the #; kept without. Empty when there is none yet. */
export function Hashtag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanLine(value).replace(/^#/, '') : value)),
    fieldRule(
      'hashtag',
      (value) => typeof value === 'string' && /^([\p{L}\p{M}\p{N}_]{1,60})?$/u.test(value) && !/^[\p{N}_]+$/u.test(value),
    ),
    ApiProperty({ type: String, maxLength: 60, example: 'CometNight' }),
  )
}
