import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { fieldRule } from '../../http/dto/field-rule.js'
import { SelectionPolicyView } from './policy.dto.js'

/** A selection policy. Only that it is an object is seen here; the use case reads it with #policy, which names every wrong part by its path. */
export function PolicyDocument(): PropertyDecorator {
  return applyDecorators(
    fieldRule('object', (value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    ApiProperty({ type: SelectionPolicyView }),
  )
}
