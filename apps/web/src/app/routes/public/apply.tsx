import { useLocation, useNavigate, useParams } from 'react-router'
import { ErrorPage, NotFoundPage, PageSkeleton } from '../../../components/index.js'
import { ApplicationForm } from '../../../features/application-form/application-form.js'
import { ReceiptPage } from '../../../features/application-form/receipt-page.js'
import { useEvent } from '../../../features/event-page/api/get-event.js'
import { hasStatus } from '../../../lib/api/problem.js'
import type { Receipt } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { useRefresh } from '../../../lib/use-refresh.js'
import { useTitle } from '../../../lib/use-title.js'

export default function ApplyRoute() {
  const { organization = '', event: slug = '' } = useParams()
  const t = useText('apply')
  const navigate = useNavigate()
  const { data: event, error, reload } = useEvent(organization, slug)
  // The receipt lives in the history entry: a reload still shows it, and the form behind it is gone.
  const receipt = (useLocation().state as { receipt?: Receipt } | null)?.receipt

  useAccent(event?.organization)
  useTitle(t(receipt ? 'page.received' : 'page.apply'), event?.title)
  useRefresh(reload, event?.now, event ? [event.opensAt, event.closesAt] : [])

  if (!event) {
    if (hasStatus(error, 404) || pageData('notFound')) return <NotFoundPage />
    return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
  }
  if (receipt) return <ReceiptPage event={event} receipt={receipt} />
  return (
    <ApplicationForm
      key={event.id}
      event={event}
      onReceived={(received) => navigate('.', { replace: true, state: { receipt: received } })}
    />
  )
}
