import { type Role, roles } from '#permissions'
import { Email, OneOf } from '../../http/dto/index.js'

export class InviteMemberDto {
  @Email()
  email: string

  @OneOf(roles)
  role: Role
}

export class ChangeRoleDto {
  @OneOf(roles)
  role: Role
}
