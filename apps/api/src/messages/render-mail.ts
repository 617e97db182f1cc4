import { render } from '@react-email/render'
import { translate } from '../http/index.js'
import { safeAccents } from './components/index.js'
import type { CalendarAddresses, CalendarPart, LinkName, Locale, MailProps, MailTemplate, Sender } from './mail-template.js'
import { plainText } from './plain-text.js'
import { type ParamsOf, type TemplateName, templates } from './templates.js'

export interface Letter<N extends TemplateName> {
  readonly template: N
  readonly params: ParamsOf<N>
  readonly locale: Locale
  readonly sender: Sender
  readonly links: Readonly<Record<LinkName, string>>
  readonly addresses: CalendarAddresses
}

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly calendar: CalendarPart | undefined
}

/** Writes a mail: subject, HTML, plain text and, when it has one, the calendar file. */
export async function renderMail<N extends TemplateName>(letter: Letter<N>): Promise<RenderedMail> {
  const template: MailTemplate<object> = templates[letter.template]
  const { params, locale, sender, links } = letter
  const values = template.values(params, locale)
  const t: MailProps<object>['t'] = (key, more) =>
    translate(locale, key.includes(':') ? key : `mails:${letter.template}.${key}`, { ...values, ...more })
  const props = { params, locale, sender, links, accents: safeAccents(sender.organization?.accents), t }
  const html = await render(template.Body(props))
  return {
    subject: t('subject'),
    html,
    text: plainText(html),
    calendar: template.calendar?.(props, letter.addresses),
  }
}
