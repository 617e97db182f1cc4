import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { IsOptional, isUUID } from 'class-validator'
import { fieldRule } from './field-rule.js'

/** May be left out or be null. Put it above the field's other decorators. */
export function Optional(): PropertyDecorator {
  return applyDecorators(IsOptional(), ApiProperty({ required: false, nullable: true }))
}

/** One of a few words. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    fieldRule('oneOf', (value) => values.some((candidate) => candidate === value), { values: values.join(', ') }),
    ApiProperty({ type: String, enum: [...values] }),
  )
}

/** Any of a few words, each once at the most. */
export function SomeOf(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= values.length, { max: values.length }),
    fieldRule('oneOf', (value) => values.some((candidate) => candidate === value), { values: values.join(', ') }, true),
    ApiProperty({ type: String, enum: [...values], isArray: true, maxItems: values.length }),
  )
}

export function WholeNumber({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator {
  return applyDecorators(
    fieldRule('wholeNumber', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max, {
      min,
      max,
    }),
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
  )
}

export function Flag(): PropertyDecorator {
  return applyDecorators(
    fieldRule('flag', (value) => typeof value === 'boolean'),
    ApiProperty({ type: Boolean }),
  )
}

/** Consent and the like: nothing but true will do. */
export function Yes(): PropertyDecorator {
  return applyDecorators(
    fieldRule('yes', (value) => value === true),
    ApiProperty({ type: Boolean, enum: [true] }),
  )
}

export function Id(): PropertyDecorator {
  return applyDecorators(
    fieldRule('id', (value) => isUUID(value)),
    ApiProperty({ type: String, format: 'uuid' }),
  )
}

export function IdList({ items }: { readonly items: number }): PropertyDecorator {
  return applyDecorators(
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= items, { max: items }),
    fieldRule('id', (value) => isUUID(value), {}, true),
    ApiProperty({ type: String, format: 'uuid', isArray: true, maxItems: items }),
  )
}

/** A part of an address: lower-case letters, digits and single dashes. */
export function Slug({ max = 60 }: { readonly max?: number } = {}): PropertyDecorator {
  return applyDecorators(
    fieldRule('slug', (value) => typeof value === 'string' && value.length <= max && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), { max }),
    ApiProperty({ type: String, maxLength: max, example: 'night-of-the-comet' }),
  )
}

/** A web address with http or https; no user name or password in it. */
export function WebAddress(): PropertyDecorator {
  const check = (value: unknown) => {
    if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value)) return false
    const { protocol, username, password } = new URL(value)
    return ['http:', 'https:'].includes(protocol) && username === '' && password === ''
  }
  return applyDecorators(fieldRule('webAddress', check), ApiProperty({ type: String, format: 'uri', maxLength: 2000 }))
}

/** A colour as #RRGGBB. */
export function Colour(): PropertyDecorator {
  return applyDecorators(
    fieldRule('colour', (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)),
    ApiProperty({ type: String, example: '#0A6450' }),
  )
}
