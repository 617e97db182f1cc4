import { useLocation } from 'react-router'
import { paths } from '../../../app/paths.js'
import { BackLink, EmptyState, Loaded, PageHead, PersonName } from '../../../components/index.js'
import type { ApplicationDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { ExcludeButton, Exclusions } from '../../exclusions/index.js'
import { PickPart } from '../../picks/index.js'
import { useApplication } from '../api.js'
import { PutAsidePart } from '../duplicates/put-aside-part.js'
import styles from './application-page.module.css'
import panel from './application-panel.module.css'
import { Answers, Happenings, Mails, Marks, PersonFacts } from './application-parts.js'
import { ApplicationTags } from './application-tags.js'
import { Notes } from './notes.js'
import { Story } from './story.js'

/** One application with everything the team knows: what she wrote, what became of it, her other events, notes, mails and who did what. */
export function ApplicationPage({ applicationId }: { applicationId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { search } = useLocation()
  const query = useApplication(organization.slug, event.id, applicationId)
  return (
    <>
      <BackLink to={paths.consoleEventPage(organization.slug, event.id, 'applications') + search}>{t('applications.heading')}</BackLink>
      <Loaded of={query} gone={<EmptyState as="h1" title={t('problem.gone')} />}>
        {(application) => <Whole application={application} timeZone={event.timeZone} eventId={event.id} />}
      </Loaded>
    </>
  )
}

function Whole({ application, timeZone, eventId }: { application: ApplicationDetail; timeZone: string; eventId: string }) {
  const { organization } = useMembership()
  const { id, name, step } = application
  const which = { organization: organization.slug, eventId, applicationId: id }
  return (
    <>
      <PageHead title={name} heading={<PersonName>{name}</PersonName>} below={<Marks application={application} />} />
      <div className={styles.columns}>
        <div>
          <Answers answers={application.answers} which={which} />
          <Notes which={which} timeZone={timeZone} />
          <Story which={which} timeZone={timeZone} />
        </div>
        <div className={styles.side}>
          <PersonFacts application={application} />
          {application.putAside && <PutAsidePart application={application} className={panel.part} />}
          <Exclusions applicationId={id} />
          <PickPart application={application} className={panel.part} />
          <ApplicationTags eventId={eventId} application={application} />
          <Happenings timeline={application.timeline} timeZone={timeZone} />
          <Mails deliveries={application.deliveries} timeZone={timeZone} />
          {!application.putAside && <PutAsidePart application={application} className={panel.part} />}
          <div className={panel.part}>
            <ExcludeButton person={{ applicationId: id, name, step }} />
          </div>
        </div>
      </div>
    </>
  )
}
