import { type Html, type HtmlValue, html } from '../../../http/pages/html.js'
import type { Locale } from '../../../http/locale.js'
import { translate } from '../../../http/translate.js'

/** The frame of the mailbox's pages. */
export function layout(locale: Locale, title: string, body: HtmlValue): Html {
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title}</title>
    <link rel="icon" type="image/svg+xml" href="/mailbox/icon.svg">
    <link rel="stylesheet" href="/mailbox/style.css">
  </head>
  <body>
    <header class="top">
      <a class="home" href="/mailbox">${translate(locale, 'mailbox:title')}</a>
      <p class="soft">${translate(locale, 'mailbox:about')}</p>
    </header>
    <main>${body}</main>
  </body>
</html>`
}

/** A time as the reader's own clock would say it; the machine's zone, since the mailbox is on the reader's machine. */
export function timeTag(locale: Locale, instant: Date): Html {
  const shown = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant)
  return html`<time datetime="${instant.toISOString()}">${shown}</time>`
}
