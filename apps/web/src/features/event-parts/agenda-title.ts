import type { PublicEvent } from '../../lib/api/types.js'
import { formatTime, isSameDay } from '../../lib/time.js'

/** What to call the programme: by the part of the day it starts in, as long as it is one day. */
export function agendaTitle({ startsAt, endsAt, timeZone }: PublicEvent): `agenda.${'morning' | 'afternoon' | 'evening' | 'day' | 'days'}` {
  const startHour = Number(formatTime(startsAt, timeZone, 'en').slice(0, 2))
  const hours = (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 3_600_000
  if (!isSameDay(startsAt, endsAt, timeZone) && hours > 14) return 'agenda.days'
  if (startHour >= 17) return 'agenda.evening'
  if (startHour >= 12) return 'agenda.afternoon'
  return hours <= 4 ? 'agenda.morning' : 'agenda.day'
}
