import { ApplicationsChart, Figure } from '../../insights/index.js'
import type { EventHome, Instant } from '../../../lib/api/types.js'
import { formatDistance } from '../../../lib/distance.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './applications-figure.module.css'

/** How many people applied, and when. */
export function ApplicationsFigure({ home, now }: { home: EventHome; now: Instant }) {
  const t = useText('console')
  const { applications, event } = home
  const open = event.phase === 'open'
  return (
    <Figure title={t('home.applications.heading')} aside={<Live home={home} now={now} />}>
      <div className={styles.head}>
        <span className={styles.big}>{formatNumber(applications.total)}</span>
        <p>
          {open && (
            <>
              {t('home.applications.lastHour', { count: applications.lastHour })}
              <br />
            </>
          )}
          {t('home.applications.confirmed', { count: applications.confirmed })}
        </p>
      </div>
      {applications.total > 0 ? (
        <ApplicationsChart perHour={applications.perHour} timeZone={event.timeZone} live={open} />
      ) : (
        <p className={styles.none}>{t('home.applications.chartEmpty')}</p>
      )}
    </Figure>
  )
}

function Live({ home: { applications, event }, now }: { home: EventHome; now: Instant }) {
  const t = useText('console')
  const locale = useLocale()
  if (event.phase !== 'open') return null
  return (
    <span className={styles.live}>
      {applications.lastAt
        ? t('home.applications.live', { distance: formatDistance(applications.lastAt, now, event.timeZone, locale) })
        : t('home.applications.liveNone')}
    </span>
  )
}
