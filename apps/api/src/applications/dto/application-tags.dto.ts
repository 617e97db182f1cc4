import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/field-rule.js'

const most = 20

/** Tags as pools ask for them: 1 to 16 of a-z, 0-9 and dashes, each once. */
function Tags(): PropertyDecorator {
  return applyDecorators(
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= most, { max: most }),
    fieldRule('tag', (value) => typeof value === 'string' && /^[a-z0-9-]{1,16}$/.test(value) && value !== '-', {}, true),
    fieldRule('twice', (value) => !Array.isArray(value) || new Set(value).size === value.length),
    ApiProperty({ type: String, isArray: true, maxItems: most, example: ['press'] }),
  )
}

export class ApplicationTagsDto {
  /** Every tag that the application will have. */
  @Tags() tags: string[]
}
