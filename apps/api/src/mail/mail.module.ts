import { Global, Module } from '@nestjs/common'
import { MailTransport } from './mail-transport.js'
import { Mailbox } from './mailbox/mailbox.js'
import { MailboxApiController } from './mailbox/mailbox-api.controller.js'
import { MailboxMails } from './mailbox/mailbox-mails.js'
import { MailboxPagesController } from './mailbox/mailbox-pages.controller.js'

@Global()
@Module({
  controllers: [MailboxApiController, MailboxPagesController],
  providers: [MailTransport, Mailbox, MailboxMails],
  exports: [MailTransport],
})
export class MailModule {}
