import { Email, Id, Optional, Text } from '../../http/dto/index.js'

export class AddHostDto {
  @Text({ max: 120 })
  name: string

  @Text({ max: 120 })
  roleTitle: string

  @Optional()
  @Text({ max: 100, min: 0 })
  handle?: string | null

  @Email()
  replyTo: string

  @Optional()
  @Id()
  photoFileId?: string | null
}

export class ChangeHostDto {
  @Optional()
  @Text({ max: 120 })
  name?: string

  @Optional()
  @Text({ max: 120 })
  roleTitle?: string

  @Optional()
  @Text({ max: 100, min: 0 })
  handle?: string | null

  @Optional()
  @Email()
  replyTo?: string

  @Optional()
  @Id()
  photoFileId?: string | null
}
