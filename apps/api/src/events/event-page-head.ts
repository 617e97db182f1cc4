import { type Locale, type Page, translate } from '../http/index.js'
import { eventJsonLd } from './event-json-ld.js'
import type { EventPhase } from './event-phase.js'
import type { PublicEvent } from './public-event.presenter.js'
import { excerpt, plainText } from './rich-text.js'

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', nl: 'nl-NL' }

/** Phases in which a shared link says first how things stand. */
const told: Partial<Record<EventPhase, string>> = {
  cancelled: 'cancelled',
  closed: 'closed',
  drawn: 'closed',
  live: 'live',
  wrapped: 'over',
  archived: 'over',
}

/** Title, description and what networks and search engines read, for an event's page in the reader's language. */
export function eventPageHead(event: PublicEvent, locale: Locale, cardVersion: number): Omit<Page, 'data'> {
  const path = `/${event.organization.slug}/${event.slug}`
  return {
    title: `${event.title}, ${dayOf(event, locale)} · ${event.organization.name}`,
    description: description(event, locale),
    canonical: path,
    image: {
      url: `${path}/card.png?v=${cardVersion}`,
      width: 1200,
      height: 630,
      alt: translate(locale, 'events:page.cardAlt', { title: event.title, day: dayOf(event, locale), city: event.venue.city }),
    },
    jsonLd: eventJsonLd(event),
  }
}

/** The form's page: found through the event, not by search engines. */
export function applyPageHead(event: PublicEvent, locale: Locale, cardVersion: number): Omit<Page, 'data'> {
  const { image, canonical, description: text } = eventPageHead(event, locale, cardVersion)
  return {
    title: translate(locale, 'events:page.apply', { title: event.title }),
    description: text,
    image,
    canonical: `${canonical}/apply`,
    robots: 'noindex',
  }
}

function description(event: PublicEvent, locale: Locale): string {
  const state = told[event.phase]
  const words = event.tagline === '' ? plainText(event.story) : event.tagline
  return excerpt([state ? translate(locale, `events:page.${state}`) : '', words].filter((text) => text !== '').join(' '), 220)
}

function dayOf({ startsAt, timeZone }: PublicEvent, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(startsAt))
}
