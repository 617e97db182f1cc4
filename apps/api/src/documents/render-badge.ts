import { badgeMatrix, shortenText, splitName, squaresPath } from '#badge'
import { type Locale, translate } from '../http/index.js'
import { clockTime, longDay } from './document-times.js'
import { nameText } from './name-text.js'
import { engraving, logotype, pathDrawing, photograph, shadeOver } from './pictures.js'
import { typeset } from './typesetter.js'

/** What a badge says; pictures are the bytes of JPEG, PNG or WebP files. */
export interface BadgeDocument {
  readonly locale: Locale
  readonly organization: string
  readonly logo: Uint8Array | null
  /** Ground of the band and colour of what stands on it, "#rrggbb". */
  readonly accent: string
  readonly onAccent: string
  readonly title: string
  /** Without the "#". */
  readonly hashtag: string
  readonly cover: Uint8Array | null
  readonly coverAlt: string
  readonly startsAt: Date
  readonly timeZone: string
  readonly city: string
  readonly agenda: readonly { readonly startsAt: Date; readonly title: string }[]
  readonly host: { readonly name: string; readonly photo: Uint8Array | null } | null
  readonly name: string
  readonly handle: string | null
  readonly role: 'guest' | 'staff'
  readonly ticketNumber: string
  /** From signBadgeCode(). */
  readonly code: string
}

/** As many lines of the programme as can still be read on a badge. */
const AGENDA_LINES = 16

/** A badge of A6, front and back: as a tagged PDF to print, or as one picture to keep on a phone. */
export async function renderBadge(badge: BadgeDocument, format: 'pdf' | 'png' = 'pdf'): Promise<Buffer> {
  const { locale } = badge
  const { given, family } = splitName(badge.name)
  const matrix = badgeMatrix(badge.code)
  const cover = badge.cover && (await photograph(badge.cover, 1240, 794))
  const data = {
    locale,
    title: translate(locale, 'documents:badge.title', { name: badge.name }),
    organization: nameText(badge.organization, 60),
    given: nameText(given, 80),
    family: nameText(family, 120),
    handle: badge.handle === null ? '' : nameText(badge.handle, 90),
    accent: badge.accent,
    onAccent: badge.onAccent,
    hashtag: badge.hashtag === '' ? '' : `#${nameText(badge.hashtag, 60)}`,
    role: translate(locale, `documents:badge.role.${badge.role}`),
    cover: cover !== null,
    shade: cover === null ? 0 : await shadeOver(cover),
    coverAlt: badge.coverAlt || badge.title,
    logo: badge.logo !== null,
    event: nameText(badge.title, 90),
    when: [longDay(locale, badge.timeZone, badge.startsAt), clockTime(locale, badge.timeZone, badge.startsAt), badge.city]
      .filter((part) => part !== '')
      .join(', '),
    agenda: agendaLines(badge),
    hostLine: badge.host === null ? '' : translate(locale, 'documents:badge.host', { name: nameText(badge.host.name, 60) }),
    hostPhoto: badge.host !== null && badge.host.photo !== null,
    engraving: engraving(badge.ticketNumber, badge.accent),
    nightEngraving: engraving(badge.ticketNumber, '#8FE3C8'),
    qr: pathDrawing(matrix.length, squaresPath(matrix), 'fill="#161C22"'),
    qrAlt: translate(locale, 'documents:badge.qr', { ticket: badge.ticketNumber }),
    ticketWord: translate(locale, 'documents:badge.ticket'),
    ticketNumber: badge.ticketNumber,
    doorLine: translate(locale, 'documents:badge.door'),
  }
  const pictures = {
    ...(cover && { 'input-cover.jpg': cover }),
    ...(badge.logo && { 'input-logo.png': await logotype(badge.logo, '#FBF4E2') }),
    ...(badge.host?.photo && { 'input-host.jpg': await photograph(badge.host.photo, 160, 160) }),
  }
  return typeset({ template: 'badge.typ', format, data: JSON.stringify(data), pictures })
}

function agendaLines({ locale, timeZone, agenda }: BadgeDocument): { time: string; title: string }[] {
  const shown = agenda.length > AGENDA_LINES ? agenda.slice(0, AGENDA_LINES - 1) : agenda
  const lines = shown.map(({ startsAt, title }) => ({
    time: clockTime(locale, timeZone, startsAt),
    title: nameText(shortenText(title, 70), 70),
  }))
  const left = agenda.length - shown.length
  return left === 0 ? lines : [...lines, { time: '', title: translate(locale, 'documents:badge.more', { count: left }) }]
}
