import { Suspense } from 'react'
import { Outlet, useParams } from 'react-router'
import { Loaded, PageSkeleton } from '../../../components/index.js'
import { CurrentEventProvider, useEvents } from '../../../features/events/index.js'
import { useMembership } from '../../../lib/membership.js'
import { ConsoleFrame } from './frame/console-frame.js'
import { NothingHere } from './nothing-here.js'

/** The pages of one event, inside the frame that names it. */
export function EventLayout({ framed = true }: { /** The preview stands in a frame of its own. */ framed?: boolean }) {
  const { eventId } = useParams()
  const { organization } = useMembership()
  const events = useEvents(organization.slug)
  const event = events.data?.find(({ id }) => id === eventId)
  if (event)
    return (
      <CurrentEventProvider value={event}>
        {framed ? (
          <ConsoleFrame event={event}>
            <LazyOutlet />
          </ConsoleFrame>
        ) : (
          <LazyOutlet />
        )}
      </CurrentEventProvider>
    )
  return (
    <ConsoleFrame>
      <Loaded of={events}>{() => <NothingHere framed />}</Loaded>
    </ConsoleFrame>
  )
}

/** Pages that load when somebody goes there leave the frame standing. */
const LazyOutlet = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Outlet />
  </Suspense>
)
