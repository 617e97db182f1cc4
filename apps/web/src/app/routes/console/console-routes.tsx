import { QueryClientProvider } from '@tanstack/react-query'
import { Navigate, Outlet, Route, Routes, useParams } from 'react-router'
import { may } from '#permissions'
import { ToastProvider } from '../../../components/toast/toast.js'
import { AgendaPage } from '../../../features/agenda/index.js'
import { ApplicationPage, ApplicationsPage, DuplicateSetPage, DuplicatesPage } from '../../../features/applications/index.js'
import { DayPage } from '../../../features/attendance/index.js'
import { DrawPage } from '../../../features/draws/index.js'
import { EditorPage, EventsPage, PreviewPage } from '../../../features/events/index.js'
import { LivePage, ResultsPage } from '../../../features/insights/index.js'
import { ImportPage, ImportsPage } from '../../../features/imports/index.js'
import { InvitationsPage } from '../../../features/invitations/index.js'
import { MessagesPage } from '../../../features/messages/index.js'
import { PicksPage } from '../../../features/picks/index.js'
import { HostPage, HostsPage, NewHostPage, SettingsPage, TeamPage } from '../../../features/organizations/index.js'
import { RefusalsPage } from '../../../features/refusals/index.js'
import { ReviewDeskPage, ReviewPage } from '../../../features/review/index.js'
import { HomePage } from '../../../features/timeline/index.js'
import { useMembership } from '../../../lib/membership.js'
import { queryClient } from '../../../lib/query-client.js'
import { ConsoleFrame } from './frame/console-frame.js'
import { EventLayout } from './event-layout.js'
import { NothingHere } from './nothing-here.js'
import { OrganizationLayout } from './organization-layout.js'
import { OrganizationsPage } from './organizations-page.js'
import { SignedIn } from './signed-in.js'

/** Everything under /console. */
export default function ConsoleRoutes() {
  return (
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <SignedIn>
          <Routes>
            <Route index element={<OrganizationsPage />} />
            <Route path=":organization" element={<OrganizationLayout />}>
              <Route element={<Framed />}>
                <Route index element={<EventsPage />} />
                <Route path="events" element={<EventsPage />} />
                <Route path="hosts" element={<HostsPage />} />
                <Route path="hosts/new" element={<NewHostPage />} />
                <Route path="hosts/:hostId" element={<OneHost />} />
                <Route path="team" element={<TeamPage />} />
                <Route path="settings" element={<SettingsPage />} />
                <Route path="*" element={<NothingHere framed />} />
              </Route>
              <Route path="events/:eventId/preview" element={<EventLayout framed={false} />}>
                <Route index element={<PreviewPage />} />
              </Route>
              <Route path="events/:eventId" element={<EventLayout />}>
                <Route index element={<EventStart />} />
                <Route path="applications/:applicationId?" element={<Applications />} />
                <Route path="applications/duplicates" element={<DuplicatesPage />} />
                <Route path="applications/duplicates/:setId" element={<OneDuplicateSet />} />
                <Route path="applications/:applicationId/all" element={<OneApplication />} />
                <Route path="live" element={<LivePage />} />
                <Route path="imports" element={<ImportsPage />} />
                <Route path="imports/:importId" element={<OneImport />} />
                <Route path="draw" element={<DrawPage />} />
                <Route path="review" element={<ReviewPage />} />
                <Route path="review/read" element={<ReviewDeskPage />} />
                <Route path="refusals" element={<RefusalsPage />} />
                <Route path="picks" element={<PicksPage />} />
                <Route path="invitations" element={<InvitationsPage />} />
                <Route path="agenda" element={<AgendaPage />} />
                <Route path="messages" element={<MessagesPage />} />
                <Route path="day" element={<DayPage />} />
                <Route path="results" element={<ResultsPage />} />
                <Route path="edit/:section?" element={<Edit />} />
                <Route path="*" element={<NothingHere framed />} />
              </Route>
            </Route>
            <Route path="*" element={<NothingHere />} />
          </Routes>
        </SignedIn>
      </ToastProvider>
    </QueryClientProvider>
  )
}

const Framed = () => (
  <ConsoleFrame>
    <Outlet />
  </ConsoleFrame>
)

function OneHost() {
  const { hostId = '' } = useParams()
  return <HostPage key={hostId} hostId={hostId} />
}

/** Those who only work the door start at the day; everybody else at the timeline. */
function EventStart() {
  const { role } = useMembership()
  return may(role, 'insights.see') ? <HomePage /> : <Navigate to="day" replace />
}

function Edit() {
  const { section } = useParams()
  return <EditorPage section={section} />
}

function Applications() {
  const { applicationId } = useParams()
  return <ApplicationsPage selected={applicationId} />
}

function OneImport() {
  const { importId = '' } = useParams()
  return <ImportPage key={importId} importId={importId} />
}

function OneDuplicateSet() {
  const { setId = '' } = useParams()
  return <DuplicateSetPage key={setId} setId={setId} />
}

function OneApplication() {
  const { applicationId = '' } = useParams()
  return <ApplicationPage key={applicationId} applicationId={applicationId} />
}
