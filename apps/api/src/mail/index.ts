export type { Mail, MailAttachment, MailParty } from './mail.js'
export { MailDeferred, MailRejected } from './mail-errors.js'
export { MailTransport } from './mail-transport.js'
