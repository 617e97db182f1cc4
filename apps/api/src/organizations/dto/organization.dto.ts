import { Colour, Id, OneOf, Optional, Text, WebAddress } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'

export class ChangeOrganizationDto {
  @Optional()
  @Text({ max: 120 })
  name?: string

  @Optional()
  @Colour()
  accent?: string

  @Optional()
  @Text({ max: 300, min: 0 })
  address?: string

  @Optional()
  @WebAddress()
  website?: string | null

  @Optional()
  @OneOf(locales)
  locale?: Locale

  @Optional()
  @Id()
  logoFileId?: string | null
}
