import { Email } from '../../http/dto/index.js'

export class LostLinkDto {
  /** With which somebody has applied. */
  @Email() email: string
}
