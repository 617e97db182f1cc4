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

  /** The brand's own account, so that its followers can be told from others: `@name@server`. */
  @Optional()
  @Text({ max: 320, min: 0 })
  fediverseHandle?: string | null

  /** The same on the AT Protocol: `brand.example`. */
  @Optional()
  @Text({ max: 253, min: 0 })
  blueskyHandle?: string | null

  @Optional()
  @OneOf(locales)
  locale?: Locale

  @Optional()
  @Id()
  logoFileId?: string | null
}
