import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/field-rule.js'
import { longestPassword, shortestPassword } from '../passwords.js'

const isText = (value: unknown): value is string => typeof value === 'string'
const length = (text: string): number => [...text].length

/** A password as typed: nothing is trimmed or cleaned. */
function password(min: number): PropertyDecorator {
  return applyDecorators(
    fieldRule('text', isText),
    fieldRule('required', (value) => !isText(value) || value !== ''),
    fieldRule('plain', (value) => !isText(value) || value.isWellFormed()),
    fieldRule('tooShort', (value) => !isText(value) || length(value) >= min, { min }),
    fieldRule('tooLong', (value) => !isText(value) || length(value) <= longestPassword, { max: longestPassword }),
    ApiProperty({ type: String, format: 'password', minLength: min, maxLength: longestPassword }),
  )
}

/** A password that somebody chooses. */
export const NewPassword = (): PropertyDecorator => password(shortestPassword)

/** A password that somebody has. */
export const GivenPassword = (): PropertyDecorator => password(1)
