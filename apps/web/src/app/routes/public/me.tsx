import { useEffect } from 'react'
import { useParams } from 'react-router'
import { ErrorPage, PageSkeleton } from '../../../components/index.js'
import { LostPage } from '../../../features/lost-link/lost-page.js'
import { useKeptPage } from '../../../features/personal-page/offline/use-kept-page.js'
import { PersonalPage } from '../../../features/personal-page/personal-page.js'
import { useText } from '../../../lib/i18n/index.js'
import { rememberOwnTicket } from '../../../lib/own-ticket.js'
import { pageData } from '../../../lib/page-data.js'
import { useAccent } from '../../../lib/theme.js'
import { usePolling, useRefresh } from '../../../lib/use-refresh.js'
import { useTitle } from '../../../lib/use-title.js'

export default function MeRoute() {
  const { token = '' } = useParams()
  const t = useText('me')
  const { me, since, isGone, error, reload, set } = useKeptPage(token)
  const event = me?.event

  useAccent(event?.organization)
  useTitle(t('page.title'), event?.title)
  useRefresh(
    reload,
    me?.now,
    event ? [event.closesAt, event.freezesAt, event.draw.roundTime, me?.invitation?.deadline, event.startsAt, event.endsAt] : [],
  )
  usePolling(
    reload,
    event?.phase === 'closed' && (event.draw.state === 'none' || new Date(event.draw.roundTime ?? 0) <= new Date(me?.now ?? 0)),
  )

  const eventId = event?.id
  const number = me?.ticket.number
  useEffect(() => {
    if (eventId && number) rememberOwnTicket(eventId, { number, personalToken: token })
  }, [eventId, number, token])

  if (me) return <PersonalPage key={token} token={token} me={me} since={since} onChange={set} reload={reload} />
  if (isGone || pageData('notFound')) return <LostPage />
  return error ? <ErrorPage error={error} onRetry={reload} /> : <PageSkeleton />
}
