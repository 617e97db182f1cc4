import { IconPencil } from '@tabler/icons-react'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { AgendaList, ButtonLink, EmptyState, Loaded, PageHead } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent, useEvent } from '../../events/index.js'
import styles from './agenda-page.module.css'

/** What happens when, as guests see it. */
export function AgendaPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const query = useEvent(organization.slug, event.id)
  const edit = may(role, 'events.edit') && (
    <ButtonLink variant="quiet" icon={IconPencil} to={paths.consoleEventPage(organization.slug, event.id, 'edit/agenda')}>
      {t('agenda.edit')}
    </ButtonLink>
  )
  return (
    <div className={styles.page}>
      <PageHead
        title={t('agenda.title', { event: event.title })}
        heading={t('agenda.heading')}
        below={t('agenda.lede')}
        actions={Boolean(query.data?.agenda.length) && edit}
      />
      <Loaded of={query}>
        {({ agenda, timeZone, startsAt }) => (
          <div className={styles.list}>
            {agenda.length ? (
              <AgendaList items={agenda} timeZone={timeZone} startsAt={startsAt ?? agenda[0]?.startsAt ?? ''} />
            ) : (
              <EmptyState as="h2" title={t('agenda.none')} action={edit}>
                {t('agenda.noneText')}
              </EmptyState>
            )}
          </div>
        )}
      </Loaded>
    </div>
  )
}
