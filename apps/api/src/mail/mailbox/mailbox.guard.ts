import { type CanActivate, Injectable } from '@nestjs/common'
import { TweetupConfig } from '../../config/config.js'
import { NotFound } from '../../http/errors.js'

/** There is no mailbox where mails leave through a real server. */
@Injectable()
export class MailboxGuard implements CanActivate {
  constructor(private readonly config: TweetupConfig) {}

  canActivate(): boolean {
    if (!this.config.hasMailbox) throw new NotFound()
    return true
  }
}
