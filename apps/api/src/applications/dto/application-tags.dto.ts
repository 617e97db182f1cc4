import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/field-rule.js'

/** An application has no more. */
export const mostTags = 20
export const tagPattern = /^(?!-$)[a-z0-9-]{1,16}$/

/** Tags as pools ask for them: 1 to 16 of a-z, 0-9 and dashes, each once. */
function Tags(): PropertyDecorator {
  return applyDecorators(
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= mostTags, { max: mostTags }),
    fieldRule('tag', (value) => typeof value === 'string' && tagPattern.test(value), {}, true),
    fieldRule('twice', (value) => !Array.isArray(value) || new Set(value).size === value.length),
    ApiProperty({ type: String, isArray: true, maxItems: mostTags, example: ['press'] }),
  )
}

/** One tag. */
export function Tag(): PropertyDecorator {
  return applyDecorators(
    fieldRule('tag', (value) => typeof value === 'string' && tagPattern.test(value)),
    ApiProperty({ type: String, maxLength: 16, example: 'press' }),
  )
}

export class ApplicationTagsDto {
  /** Every tag that the application will have. */
  @Tags() tags: string[]
}
