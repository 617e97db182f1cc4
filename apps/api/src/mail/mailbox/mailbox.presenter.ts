import type { Email } from 'postal-mime'
import type { MailboxMailDetail, MailboxMailSummary } from './mailbox.dto.js'
import type { MailboxMail } from './mailbox-mails.js'

export function mailSummary({ id, receivedAt, sender, recipients, subject }: MailboxMail): MailboxMailSummary {
  return { id, receivedAt: receivedAt.toISOString(), from: sender, to: [...recipients], subject }
}

export function mailDetail(mail: MailboxMail & { readonly parsed: Email }): MailboxMailDetail {
  const { text = '', html = '', attachments } = mail.parsed
  return {
    ...mailSummary(mail),
    text,
    html,
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? 'attachment',
      contentType: mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
  }
}
