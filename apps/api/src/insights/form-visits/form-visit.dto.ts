import { ApiProperty } from '@nestjs/swagger'
import { isUUID } from 'class-validator'
import { fieldRule } from '../../http/dto/field-rule.js'
import { ownFields } from './form-fields.js'

export class FormVisitDto {
  @fieldRule('formField', (value) => isUUID(value) || ownFields.some((name) => name === value), { values: ownFields.join(', ') })
  @ApiProperty({ type: String, description: `The id of a question, or one of ${ownFields.join(', ')}.`, example: 'name' })
  field: string
}
