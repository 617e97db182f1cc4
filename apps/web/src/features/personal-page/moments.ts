import type { PersonalPage } from '../../lib/api/types.js'

/** True once the event has ended, by the server's clock. */
export const isAfterwards = ({ event, now }: PersonalPage): boolean => new Date(now) >= new Date(event.endsAt)

/** True once the doors have opened: from then on no seat comes free any more. */
export const hasBegun = ({ event, now }: PersonalPage): boolean => new Date(now) >= new Date(event.startsAt)
