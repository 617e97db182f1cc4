import { IconArrowRight, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink, EmptyState, Icon, Loaded, PersonName } from '../../../components/index.js'
import type { ApplicationDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { ExcludeButton, Exclusions } from '../../exclusions/index.js'
import { PickPart } from '../../picks/index.js'
import { useApplication } from '../api.js'
import { PutAsidePart } from '../duplicates/put-aside-part.js'
import styles from './application-panel.module.css'
import { Answers, Happenings, Mails, Marks, PersonFacts } from './application-parts.js'
import { ApplicationTags } from './application-tags.js'

/** One application beside the list: who, answers, what happened, which mails went. Its own page has more. */
export function ApplicationPanel({ applicationId }: { applicationId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { search } = useLocation()
  const query = useApplication(organization.slug, event.id, applicationId)
  return (
    <aside className={styles.panel} aria-label={query.data?.name ?? t('applications.heading')}>
      <Link
        className={styles.close}
        to={{ pathname: paths.consoleEventPage(organization.slug, event.id, 'applications'), search }}
        aria-label={t('applications.close')}
      >
        <Icon of={IconX} />
      </Link>
      <Loaded of={query} gone={<EmptyState as="h2" title={t('problem.gone')} />}>
        {(application) => <Application application={application} eventId={event.id} timeZone={event.timeZone} />}
      </Loaded>
    </aside>
  )
}

function Application({ application, eventId, timeZone }: { application: ApplicationDetail; eventId: string; timeZone: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const { id, name, step } = application
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        <PersonName>{name}</PersonName>
      </h2>
      <Marks application={application} />
      <p className={styles.more}>
        <ButtonLink
          variant="quiet"
          size="small"
          iconAfter={IconArrowRight}
          to={paths.consoleEventPage(organization.slug, eventId, `applications/${id}/all`)}
        >
          {t('applications.openPage')}
        </ButtonLink>
      </p>
      <PersonFacts application={application} />
      {application.putAside && <PutAsidePart application={application} className={styles.part} />}
      <Exclusions applicationId={id} />
      <PickPart application={application} className={styles.part} />
      <Answers answers={application.answers} which={{ organization: organization.slug, eventId, applicationId: id }} />
      <ApplicationTags eventId={eventId} application={application} />
      <Happenings timeline={application.timeline} timeZone={timeZone} />
      <Mails deliveries={application.deliveries} timeZone={timeZone} />
      {!application.putAside && <PutAsidePart application={application} className={styles.part} />}
      <div className={styles.part}>
        <ExcludeButton person={{ applicationId: id, name, step }} />
      </div>
    </>
  )
}
