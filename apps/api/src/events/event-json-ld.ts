import { DateTime } from 'luxon'
import type { PublicEvent } from './public-event.presenter.js'
import { excerpt, plainText } from './rich-text.js'

/** The event in the words of schema.org, as search engines and mail programs read them. Times are written as the event's clocks read. */
export function eventJsonLd(event: PublicEvent): object {
  const { organization, venue, timeZone, url } = event
  const local = (instant: string) => DateTime.fromISO(instant, { zone: timeZone }).toISO({ suppressMilliseconds: true })
  const origin = new URL(url).origin
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: excerpt(event.tagline === '' ? plainText(event.story) : event.tagline, 500),
    url,
    inLanguage: event.locale,
    startDate: local(event.startsAt),
    endDate: local(event.endsAt),
    eventStatus: `https://schema.org/${event.phase === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    isAccessibleForFree: true,
    maximumAttendeeCapacity: event.capacity,
    image: [`${url}/card.png`, ...(event.cover ? [`${origin}${event.cover.large}`] : [])],
    location: {
      '@type': 'Place',
      name: venue.name,
      address: { '@type': 'PostalAddress', streetAddress: venue.address, addressLocality: venue.city },
    },
    organizer: { '@type': 'Organization', name: organization.name, url: organization.website ?? `${origin}/${organization.slug}` },
    offers: {
      '@type': 'Offer',
      price: 0,
      priceCurrency: 'EUR',
      availability: `https://schema.org/${availability(event)}`,
      validFrom: local(event.opensAt),
      validThrough: local(event.closesAt),
      url: `${url}/apply`,
    },
  }
}

function availability({ phase }: PublicEvent): string {
  if (phase === 'announced') return 'PreOrder'
  return phase === 'open' ? 'InStock' : 'SoldOut'
}
