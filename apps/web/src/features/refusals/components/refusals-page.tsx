import { paths } from '../../../app/paths.js'
import { BackLink, Bars, EmptyState, Loaded, PageHead } from '../../../components/index.js'
import type { RefusalCount } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatDay } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useRefusals } from '../api.js'
import { sumBy } from '../sum-by.js'
import styles from './refusals-page.module.css'

/** What was refused and why, in numbers: nobody is named, and no address is kept. */
export function RefusalsPage() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const query = useRefusals(organization.slug, event.id)
  return (
    <>
      <BackLink to={paths.consoleEventPage(organization.slug, event.id, 'applications')}>{t('applications.heading')}</BackLink>
      <PageHead title={t('refusals.title', { event: event.title })} heading={t('refusals.heading')} />
      <Loaded of={query}>{(items) => <Counts items={items} />}</Loaded>
    </>
  )
}

function Counts({ items }: { items: readonly RefusalCount[] }) {
  const t = useText('console')
  const locale = useLocale()
  if (items.length === 0)
    return (
      <div className={styles.page}>
        <EmptyState as="h2" title={t('refusals.none')}>
          {t('refusals.noneText')}
        </EmptyState>
      </div>
    )
  const byReason = [...sumBy(items, ({ reason }) => reason)].sort(([, one], [, other]) => other - one)
  return (
    <div className={styles.page}>
      <p className={styles.lede}>{t('refusals.lede')}</p>
      <section className={styles.part}>
        <h2>{t('refusals.byReason')}</h2>
        <Bars
          bars={byReason.map(([reason, count]) => ({
            key: reason,
            name: <strong>{t(`refusals.reasons.${reason}`)}</strong>,
            about: t(`refusals.about.${reason}`),
            count,
          }))}
        />
      </section>
      <section className={styles.part}>
        <h2>{t('refusals.byDay')}</h2>
        <Bars
          bars={[...sumBy(items, (item) => item.day)].map(([key, count]) => ({
            key,
            name: <strong>{formatDay(`${key}T12:00:00Z`, 'UTC', locale, { weekday: 'short' })}</strong>,
            count,
          }))}
        />
      </section>
    </div>
  )
}
