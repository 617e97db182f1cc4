import type { PersonalPage } from '../../lib/api/types.js'

/** True once the event has ended, by the server's clock. */
export const isAfterwards = ({ event, now }: PersonalPage): boolean => new Date(now) >= new Date(event.endsAt)
