import { EmptyState, OrganizationMark, PageFooter, PageHeader } from '../../components/index.js'
import type { ListedEvent, PublicOrganization } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { EventRow } from './event-row.js'
import styles from './organization-page.module.css'

const isOver = ({ phase }: ListedEvent) => phase === 'wrapped' || phase === 'archived'

const byStart = (one: ListedEvent, other: ListedEvent) => new Date(one.startsAt).getTime() - new Date(other.startsAt).getTime()

/** An organization's events: what comes, then what was. */
export function OrganizationPage({ organization, events }: PublicOrganization) {
  const t = useText('event')
  const upcoming = events.filter((event) => !isOver(event)).sort(byStart)
  const past = events.filter(isOver).sort((one, other) => byStart(other, one))
  return (
    <>
      <PageHeader mark={<OrganizationMark organization={organization} />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <h1 className={styles.title}>{t('organization.title')}</h1>
        <p className={`lede ${styles.lede}`}>{t('organization.lede', { name: organization.name })}</p>
        <section>
          <h2>{t('organization.upcoming')}</h2>
          {upcoming.length > 0 ? (
            <EventRows events={upcoming} />
          ) : (
            <EmptyState title={t('organization.empty.title')}>{t('organization.empty.text', { name: organization.name })}</EmptyState>
          )}
        </section>
        {past.length > 0 && (
          <section>
            <h2>{t('organization.past')}</h2>
            <EventRows events={past} />
          </section>
        )}
      </main>
      <PageFooter>
        {organization.address && <span>{organization.address}</span>}
        {organization.website && (
          <a href={organization.website} rel="noopener">
            {t('footer.website', { name: organization.name })}
          </a>
        )}
      </PageFooter>
    </>
  )
}

const EventRows = ({ events }: { events: readonly ListedEvent[] }) => (
  <ul className={styles.rows}>
    {events.map((event) => (
      <EventRow key={event.id} event={event} />
    ))}
  </ul>
)
