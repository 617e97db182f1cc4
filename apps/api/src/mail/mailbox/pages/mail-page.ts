import type { Email } from 'postal-mime'
import { type Html, html } from '../../../http/pages/html.js'
import type { Locale } from '../../../http/locale.js'
import { translate } from '../../../http/translate.js'
import type { MailboxMail } from '../mailbox-mails.js'
import { mailDetail } from '../mailbox.presenter.js'
import type { MailboxAttachment } from '../mailbox.dto.js'
import { layout, timeTag } from './layout.js'
import { linked } from './linked-text.js'

export type MailView = 'letter' | 'text' | 'source'

type ReadMail = MailboxMail & { readonly parsed: Email }

/** One mail: as its reader sees it, as text, or as it came over the wire. */
export function mailPage(locale: Locale, mail: ReadMail, view: MailView, source: string): Html {
  const { id, receivedAt, recipients } = mail
  const { subject, html: letter, text, attachments } = mailDetail(mail)
  const title = subject === '' ? translate(locale, 'mailbox:noSubject') : subject
  const shown = view === 'letter' && letter === '' ? 'text' : view
  const body = html`
    <article>
      <h1><bdi>${title}</bdi></h1>
      <dl class="facts">
        ${fact(locale, 'from', fromOf(mail))}
        ${fact(locale, 'to', recipients.join(', '))}
        ${replyTo(locale, mail)}
        <div><dt>${translate(locale, 'mailbox:received')}</dt><dd>${timeTag(locale, receivedAt)}</dd></div>
      </dl>
      ${attachmentList(mail, attachments)}
      <nav class="views" aria-label="${translate(locale, 'mailbox:views')}">
        ${letter !== '' && viewLink(locale, id, 'letter', shown)}${viewLink(locale, id, 'text', shown)}${viewLink(locale, id, 'source', shown)}
      </nav>
      ${content(locale, id, shown, text, source)}
    </article>`
  return layout(locale, title, body)
}

function content(locale: Locale, id: string, view: MailView, text: string, source: string): Html {
  if (view === 'letter') {
    const rights = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'
    return html`<iframe class="letter" src="/mailbox/${id}/frame" title="${translate(locale, 'mailbox:letter')}" sandbox="${rights}"></iframe>`
  }
  return html`<pre tabindex="0">${view === 'text' ? linked(text) : source}</pre>`
}

function fact(locale: Locale, key: string, value: string): Html {
  return html`<div><dt>${translate(locale, `mailbox:${key}`)}</dt><dd><bdi>${value}</bdi></dd></div>`
}

function fromOf({ parsed, sender }: ReadMail): string {
  return parsed.from?.address === undefined ? sender : party(parsed.from)
}

function replyTo(locale: Locale, { parsed }: ReadMail): Html | undefined {
  const [first] = parsed.replyTo ?? []
  return first?.address === undefined ? undefined : fact(locale, 'replyTo', party(first))
}

function party({ name, address }: { readonly name?: string; readonly address?: string }): string {
  return name ? `${name} <${address ?? ''}>` : (address ?? '')
}

/** The files that a mail program would list: not the pictures inside the letter, nor the calendar's nameless twin. */
function attachmentList({ id, parsed }: ReadMail, attachments: readonly MailboxAttachment[]): Html | undefined {
  const items = attachments.flatMap((attachment, index) => {
    const { filename, contentId } = parsed.attachments[index] ?? {}
    return filename && !contentId ? [attachmentItem(id, attachment, index)] : []
  })
  return items.length === 0 ? undefined : html`<ul class="attachments">${items}</ul>`
}

function attachmentItem(id: string, { filename, contentType, size }: MailboxAttachment, index: number): Html {
  return html`<li><a href="/api/trial/mailbox/${id}/attachments/${index}"><bdi>${filename}</bdi></a> <span class="soft">${contentType}, ${Math.max(1, Math.round(size / 1024))} kB</span></li>`
}

function viewLink(locale: Locale, id: string, view: MailView, current: MailView): Html {
  const path = view === 'letter' ? `/mailbox/${id}` : `/mailbox/${id}/${view}`
  return view === current
    ? html`<a href="${path}" aria-current="page">${translate(locale, `mailbox:${view}`)}</a>`
    : html`<a href="${path}">${translate(locale, `mailbox:${view}`)}</a>`
}
