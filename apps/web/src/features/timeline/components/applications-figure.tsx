import type { EventHome, Instant } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { ApplicationsFigure as Figure } from '../../insights/index.js'

/** How many people applied to this event, and when. */
export function ApplicationsFigure({ home: { applications, event }, now }: { home: EventHome; now: Instant }) {
  const t = useText('console')
  const confirmed = t('home.applications.confirmed', { count: applications.confirmed })
  return <Figure phase={event.phase} timeZone={event.timeZone} now={now} applications={applications} confirmed={confirmed} />
}
