import { Outlet, useParams } from 'react-router'
import { Loaded } from '../../../components/index.js'
import { CurrentEventProvider, useEvents } from '../../../features/events/index.js'
import { useMembership } from '../../../lib/membership.js'
import { ConsoleFrame } from './frame/console-frame.js'
import { NothingHere } from './nothing-here.js'

/** The pages of one event, inside the frame that names it. */
export function EventLayout() {
  const { eventId } = useParams()
  const { organization } = useMembership()
  const events = useEvents(organization.slug)
  const event = events.data?.find(({ id }) => id === eventId)
  if (event)
    return (
      <CurrentEventProvider value={event}>
        <ConsoleFrame event={event}>
          <Outlet />
        </ConsoleFrame>
      </CurrentEventProvider>
    )
  return (
    <ConsoleFrame>
      <Loaded of={events}>{() => <NothingHere framed />}</Loaded>
    </ConsoleFrame>
  )
}
