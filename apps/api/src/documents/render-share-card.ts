import { type Locale, translate } from '../http/index.js'
import { clockTime, dayRange, longDay } from './document-times.js'
import { nameText } from './name-text.js'
import { engraving, logotype, photograph, shadeOver } from './pictures.js'
import { typeset } from './typesetter.js'

/** What the picture of a shared link says; pictures are the bytes of JPEG, PNG or WebP files. Dates may be missing in a draft. */
export interface ShareCard {
  readonly locale: Locale
  readonly organization: string
  readonly logo: Uint8Array | null
  /** Colour of the hashtag on the ticket: the organization's stamp colour for light ground, "#rrggbb". */
  readonly stamp: string
  readonly title: string
  /** Without the "#". */
  readonly hashtag: string
  readonly cover: Uint8Array | null
  readonly startsAt: Date | null
  readonly timeZone: string
  readonly city: string
  readonly capacity: number
  readonly opensAt: Date | null
  readonly closesAt: Date | null
}

const ON_NIGHT = '#8FE3C8'

/** A PNG of 1200 x 630, as networks show it beside a link (Open Graph). */
export async function renderShareCard(card: ShareCard): Promise<Buffer> {
  const cover = card.cover && (await photograph(card.cover, 1200, 630))
  const data = {
    locale: card.locale,
    organization: nameText(card.organization, 60),
    logo: card.logo !== null,
    accent: card.stamp,
    title: nameText(card.title, 120),
    hashtag: card.hashtag === '' ? '' : `#${nameText(card.hashtag, 60)}`,
    cover: cover !== null,
    shade: cover === null ? 0 : await shadeOver(cover),
    engraving: engraving('3f9a71c2', ON_NIGHT),
    facts: [dayFact(card), seatsFact(card)],
  }
  const pictures = {
    ...(cover && { 'input-cover.jpg': cover }),
    ...(card.logo && { 'input-logo.png': await logotype(card.logo, ON_NIGHT) }),
  }
  return typeset({ template: 'share-card.typ', format: 'png', data: JSON.stringify(data), pictures })
}

function dayFact({ locale, startsAt, timeZone, city }: ShareCard): { strong: string; soft: string } {
  const place = nameText(city, 60)
  if (startsAt === null) return { strong: translate(locale, 'documents:shareCard.soon'), soft: place }
  return {
    strong: longDay(locale, timeZone, startsAt),
    soft: [clockTime(locale, timeZone, startsAt), ...(city === '' ? [] : [place])].join(', '),
  }
}

function seatsFact({ locale, capacity, opensAt, closesAt, timeZone }: ShareCard): { strong: string; soft: string } {
  const strong = translate(locale, 'documents:shareCard.seats', { count: capacity })
  if (opensAt === null || closesAt === null) return { strong, soft: '' }
  return { strong, soft: translate(locale, 'documents:shareCard.apply', dayRange(locale, timeZone, opensAt, closesAt)) }
}
