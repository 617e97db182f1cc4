import type { PersonalPage } from '../../lib/api/types.js'
import { type Locale, ordinal } from '../../lib/i18n/index.js'
import { formatDay, formatMoment, formatTime } from '../../lib/time.js'

/** What the sentences of a step may name. */
export function stepValues(me: PersonalPage, locale: Locale) {
  const { event, draw, invitation, checkedInAt } = me
  const zone = event.timeZone
  const moment = (instant: string | null | undefined) => (instant ? formatMoment(instant, zone, locale) : '')
  return {
    email: me.email,
    event: event.title,
    organization: event.organization.name,
    seats: event.capacity,
    closes: moment(event.closesAt),
    freezes: moment(event.freezesAt),
    starts: moment(event.startsAt),
    day: formatDay(event.startsAt, zone, locale),
    date: formatDay(event.startsAt, zone, locale, { year: true }),
    doors: formatTime(event.startsAt, zone, locale),
    draws: moment(draw?.roundTime),
    sealed: moment(draw?.committedAt),
    total: draw?.total ?? 0,
    rank: draw?.rank ?? 0,
    ordinal: ordinal(draw?.rank ?? 0, locale),
    deadline: moment(invitation?.deadline),
    checkedIn: checkedInAt ? formatTime(checkedInAt, zone, locale) : '',
  }
}
