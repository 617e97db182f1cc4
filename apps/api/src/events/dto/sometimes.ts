import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { ValidateIf } from 'class-validator'

/** May be left out, but is not null. Put it above the field's other decorators. */
export function Sometimes(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value: unknown) => value !== undefined),
    ApiProperty({ required: false }),
  )
}
