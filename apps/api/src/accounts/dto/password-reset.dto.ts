import { Email } from '../../http/dto/index.js'
import { NewPassword } from './password.js'

export class RequestResetDto {
  @Email()
  email: string
}

export class ResetPasswordDto {
  @NewPassword()
  password: string
}
