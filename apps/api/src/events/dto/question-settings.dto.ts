import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import {
  countries,
  type FileKind,
  fileKinds,
  type HandleNetwork,
  handleNetworks,
  mostMegabytes,
  mostOptions,
  type QuestionSettings,
  type ShowIf,
} from '#forms'
import { Flag, Id, OneOf, Text, TextList, WebAddress, WholeNumber } from '../../http/dto/index.js'
import { fieldRule } from '../../http/dto/field-rule.js'
import { Sometimes } from './sometimes.js'

const amount = { min: -1_000_000_000, max: 1_000_000_000 }

/** What else a question says about its answer; libs/forms says which keys belong to which type. */
export class QuestionSettingsDto implements QuestionSettings {
  @Sometimes() @WholeNumber(amount) least?: number
  @Sometimes() @WholeNumber(amount) most?: number
  @Sometimes() @WholeNumber({ min: 0, max: 6 }) decimals?: number
  @Sometimes() @Text({ max: 10 }) earliest?: string
  @Sometimes() @Text({ max: 10 }) latest?: string
  @Sometimes() @Flag() birthday?: boolean
  @Sometimes() @WholeNumber({ min: 0, max: mostOptions }) fewest?: number
  @Sometimes() @WholeNumber({ min: 1, max: mostOptions }) mostChoices?: number
  @Sometimes() @OneOf(handleNetworks) network?: HandleNetwork
  @Sometimes() @SomeOf(fileKinds) kinds?: FileKind[]
  @Sometimes() @WholeNumber({ min: 1, max: mostMegabytes }) maxMegabytes?: number
  @Sometimes() @Text({ max: 200 }) documentTitle?: string
  @Sometimes() @WebAddress() documentUrl?: string
}

export class ShowIfDto implements ShowIf {
  @Id() questionId: string
  @TextList({ items: countries.length, max: 200 }) is: string[]
}

function SomeOf(values: readonly string[]): PropertyDecorator {
  const isSome = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every((one) => values.includes(one as string))
  return applyDecorators(
    fieldRule('oneOf', isSome, { values: values.join(', ') }),
    ApiProperty({ type: String, enum: [...values], isArray: true }),
  )
}
