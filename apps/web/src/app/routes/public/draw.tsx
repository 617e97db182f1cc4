import { useParams, useSearchParams } from 'react-router'
import { ErrorPage, NotFoundPage, PageSkeleton } from '../../../components/index.js'
import { useDraw } from '../../../features/draw-page/api/draw.js'
import { DrawPage } from '../../../features/draw-page/draw-page.js'
import { useEvent } from '../../../features/event-page/api/get-event.js'
import { hasStatus } from '../../../lib/api/problem.js'
import { useText } from '../../../lib/i18n/index.js'
import { ownTicket } from '../../../lib/own-ticket.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { usePolling, useRefresh } from '../../../lib/use-refresh.js'
import { useTitle } from '../../../lib/use-title.js'

export default function DrawRoute() {
  const { organization = '', event: slug = '' } = useParams()
  const [search] = useSearchParams()
  const t = useText('draw')
  const { data: event, error: eventError, reload: reloadEvent } = useEvent(organization, slug)
  const { data: draw, error: drawError, reload: reloadDraw } = useDraw(organization, slug)

  const reload = async () => {
    await Promise.all([reloadEvent(), reloadDraw()])
  }
  useAccent(event?.organization)
  useTitle(t('page.title'), event?.title)
  useRefresh(reload, event?.now, event ? [event.closesAt, event.freezesAt, draw?.roundTime] : [])
  usePolling(reload, event?.phase === 'closed' && (draw?.state === 'none' || new Date(draw?.roundTime ?? 0) <= new Date(event.now)))

  const error = eventError ?? drawError
  if (event && draw) return <DrawPage event={event} draw={draw} ownNumber={search.get('ticket') ?? ownTicket(event.id)?.number ?? null} />
  if (hasStatus(error, 404) || pageData('notFound')) return <NotFoundPage />
  return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
}
