import { type Html, html } from '../../../http/pages/html.js'
import type { Locale } from '../../../http/locale.js'
import { translate } from '../../../http/translate.js'
import type { MailboxMail } from '../mailbox-mails.js'
import { layout, timeTag } from './layout.js'

/** All mails, the newest first; or those to one address. */
export function listPage(locale: Locale, mails: readonly MailboxMail[], to: string | undefined): Html {
  const t = (key: string, values = {}) => translate(locale, `mailbox:${key}`, values)
  const heading = to === undefined ? t('heading') : t('headingTo', { to })
  const body = html`
    <div class="heading">
      <h1>${heading}</h1>
      <p>${to !== undefined && html`<a href="/mailbox">${t('all')}</a> `}<a href="">${t('again')}</a></p>
    </div>
    ${mails.length === 0 ? empty(locale) : html`<ol class="mails">${mails.map((mail) => row(locale, mail))}</ol>`}`
  return layout(locale, heading, body)
}

function row(locale: Locale, { id, subject, recipients, receivedAt }: MailboxMail): Html {
  return html`
      <li>
        <a class="subject" href="/mailbox/${id}"><bdi>${subject === '' ? translate(locale, 'mailbox:noSubject') : subject}</bdi></a>
        <p class="soft">${recipients.map((to) => html`<a href="/mailbox?to=${encodeURIComponent(to)}"><bdi>${to}</bdi></a> `)}</p>
        <p class="when">${timeTag(locale, receivedAt)}</p>
      </li>`
}

function empty(locale: Locale): Html {
  return html`
    <div class="empty">
      <svg viewBox="0 0 120 80" width="120" height="80" aria-hidden="true"><rect x="6" y="10" width="108" height="64" rx="4"/><path d="M6 16l54 34 54-34"/></svg>
      <p>${translate(locale, 'mailbox:empty')}</p>
    </div>`
}
