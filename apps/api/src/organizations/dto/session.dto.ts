import { GivenPassword, NewPassword } from '../../accounts/index.js'
import { Email, OneOf, Optional, Text } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'

export class SignUpDto {
  @Text({ max: 120 })
  organizationName: string

  @Text({ max: 120 })
  name: string

  @Email()
  email: string

  @NewPassword()
  password: string

  @OneOf(locales)
  locale: Locale
}

export class SignInDto {
  @Email()
  email: string

  @GivenPassword()
  password: string
}

export class JoinDto {
  /** Needed when the address has no account yet. */
  @Optional()
  @Text({ max: 120 })
  name?: string | null

  /** The account's password, or a new one when the address has no account yet. */
  @GivenPassword()
  password: string
}
