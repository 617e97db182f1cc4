import { useParams } from 'react-router'
import { ErrorPage, NotFoundPage, PageSkeleton } from '../../../components/index.js'
import { useEvent } from '../../../features/event-page/api/get-event.js'
import { EventPage } from '../../../features/event-page/event-page.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { pageData } from '../../../lib/page-data.js'
import '../../../lib/source-of-visit.js'
import { useAccent } from '../../../lib/theme.js'
import { usePolling, useRefresh } from '../../../lib/use-refresh.js'
import { useTitle } from '../../../lib/use-title.js'

export default function EventRoute() {
  const { organization = '', event: slug = '' } = useParams()
  const { data: event, error, reload } = useEvent(organization, slug)

  useAccent(event?.organization)
  useTitle(event?.title, event?.organization.name)
  useRefresh(
    reload,
    event?.now,
    event ? [event.opensAt, event.closesAt, event.freezesAt, event.draw.roundTime, event.startsAt, event.endsAt] : [],
  )
  usePolling(
    reload,
    event?.phase === 'closed' && (event.draw.state === 'none' || new Date(event.draw.roundTime ?? 0) <= new Date(event.now)),
  )

  if (event) return <EventPage event={event} />
  if (hasStatus(error, 404) || pageData('notFound')) return <NotFoundPage />
  return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
}
