import { type Locale, translate } from '../http/index.js'
import { clockTime, longDay } from './document-times.js'
import { htmlParagraphs } from './html-text.js'
import { nameText } from './name-text.js'
import { engraving, logotype, photograph } from './pictures.js'
import { typeset } from './typesetter.js'

export interface AgendaEntry {
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly title: string
  readonly place: string | null
  readonly speaker: string | null
  readonly note: string | null
}

/** What the printed programme says; pictures are the bytes of JPEG, PNG or WebP files. */
export interface AgendaDocument {
  readonly locale: Locale
  readonly organization: string
  readonly logo: Uint8Array | null
  readonly accent: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly venue: { readonly name: string; readonly address: string; readonly city: string }
  readonly agenda: readonly AgendaEntry[]
  /** Rich text: how to get there and what to bring. */
  readonly practical: string
  readonly hosts: readonly {
    readonly name: string
    readonly roleTitle: string
    readonly handle: string | null
    readonly photo: Uint8Array | null
  }[]
  /** Chooses the engraving, so that a person's papers belong together. */
  readonly ticketNumber: string
}

/** The programme of the day as a tagged PDF of A5. */
export async function renderAgenda(agenda: AgendaDocument): Promise<Buffer> {
  const { locale, timeZone, venue } = agenda
  const pictures: Record<string, Uint8Array> = agenda.logo === null ? {} : { 'input-logo.png': await logotype(agenda.logo, agenda.accent) }
  const hosts = []
  for (const [at, host] of agenda.hosts.entries()) {
    const photo = host.photo === null ? '' : `input-host-${at}.jpg`
    if (host.photo !== null) pictures[photo] = await photograph(host.photo, 160, 160)
    const about = [host.roleTitle, host.handle ?? '']
      .filter((part) => part !== '')
      .map((part) => nameText(part, 120))
      .join(', ')
    hosts.push({ name: nameText(host.name, 120), about, photo })
  }
  const data = {
    locale,
    title: nameText(agenda.title, 120),
    organization: nameText(agenda.organization, 80),
    logo: agenda.logo !== null,
    accent: agenda.accent,
    engraving: engraving(agenda.ticketNumber, agenda.accent),
    when: translate(locale, 'documents:agenda.when', {
      day: longDay(locale, timeZone, agenda.startsAt),
      from: clockTime(locale, timeZone, agenda.startsAt),
      to: clockTime(locale, timeZone, agenda.endsAt),
    }),
    where: [venue.name, venue.address, venue.city]
      .filter((part) => part !== '')
      .map((part) => nameText(part, 160))
      .join(', '),
    days: days(agenda),
    emptyAgenda: translate(locale, 'documents:agenda.empty'),
    practicalTitle: translate(locale, 'documents:agenda.practical'),
    practical: htmlParagraphs(agenda.practical).map((paragraph) => nameText(paragraph, 4000)),
    hostsTitle: translate(locale, 'documents:agenda.hosts'),
    hosts,
    footer: translate(locale, 'documents:agenda.footer', { zone: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ') }),
  }
  return typeset({ template: 'agenda.typ', format: 'pdf', data: JSON.stringify(data), pictures })
}

/** One block for each day; a single day needs no title of its own. */
function days({ locale, timeZone, agenda }: AgendaDocument) {
  const byDay = Map.groupBy(agenda, (entry) => longDay(locale, timeZone, entry.startsAt))
  return [...byDay].map(([day, entries]) => ({
    title: byDay.size > 1 ? day : '',
    items: entries.map(({ startsAt, title, place, speaker, note }) => ({
      time: clockTime(locale, timeZone, startsAt),
      title: nameText(title, 300),
      who: [speaker ?? '', place ?? '']
        .filter((part) => part !== '')
        .map((part) => nameText(part, 200))
        .join(', '),
      note: nameText(note ?? '', 1000),
    })),
  }))
}
