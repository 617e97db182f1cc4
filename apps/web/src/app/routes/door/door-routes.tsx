import { QueryClientProvider } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { NotFoundPage } from '../../../components/index.js'
import { DoorPage } from '../../../features/attendance/index.js'
import { queryClient } from '../../../lib/query-client.js'
import { paths } from '../../paths.js'
import { SignedIn } from '../console/signed-in.js'

/** Everything under /door: the only place where the camera is allowed. */
export default function DoorRoutes() {
  return (
    <QueryClientProvider client={queryClient}>
      <SignedIn>
        <Routes>
          <Route path=":organization/:eventId" element={<OneDoor />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </SignedIn>
    </QueryClientProvider>
  )
}

function OneDoor() {
  const { organization = '', eventId = '' } = useParams()
  return <DoorPage organization={organization} eventId={eventId} back={paths.consoleEventPage(organization, eventId, 'day')} />
}
