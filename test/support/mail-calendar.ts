import ical, { type VEvent } from 'node-ical'
import type { SunkMail } from './smtp-sink.js'

export interface MailedCalendar {
  /** The iTIP method in the part's Content-Type, which mail programs go by. */
  readonly method: string
  /** As node-ical reads it, a library that does not write our files. */
  readonly event: VEvent
  /** The file, unfolded, line by line. */
  readonly lines: readonly string[]
}

/** The calendar file of a mail; throws when it carries none, or not exactly one event. */
export function calendarIn({ raw, parsed }: SunkMail): MailedCalendar {
  const method = /content-type: text\/calendar;[^\n]*(?:\r?\n[ \t][^\n]*)*?method=(\w+)/i.exec(raw)?.[1] ?? ''
  const part = parsed.attachments.find(({ mimeType }) => /^(text\/calendar|application\/ics)/.test(mimeType))
  if (!part) throw new Error(`The mail "${parsed.subject}" has no calendar file.`)
  const file = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
  const [event, ...others] = Object.values(ical.sync.parseICS(file)).filter(
    (component): component is VEvent => component?.type === 'VEVENT',
  )
  if (!event || others.length > 0) throw new Error('The calendar file does not hold one event.')
  return { method, event, lines: file.replaceAll(/\r?\n /g, '').split(/\r?\n/) }
}
