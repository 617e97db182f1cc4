import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { ValidateNested } from 'class-validator'
import { fieldRule } from './field-rule.js'

type Dto = new () => object

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of smaller DTOs; an error in one has a path such as `questions.0.label`. */
export function ListOf(dto: () => Dto, { items }: { readonly items: number }): PropertyDecorator {
  return applyDecorators(
    Type(dto),
    fieldRule('list', (value) => Array.isArray(value)),
    fieldRule('tooMany', (value) => !Array.isArray(value) || value.length <= items, { max: items }),
    fieldRule('object', (value) => !Array.isArray(value) || value.every(isObject)),
    ValidateNested({ each: true }),
    // Swagger takes a function for a late name only when the function itself is called "type".
    ApiProperty({ type: () => dto(), isArray: true, maxItems: items }),
  )
}

/** One smaller DTO. */
export function Nested(dto: () => Dto): PropertyDecorator {
  return applyDecorators(Type(dto), fieldRule('object', isObject), ValidateNested(), ApiProperty({ type: () => dto() }))
}
