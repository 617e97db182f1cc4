import type { ReactNode } from 'react'
import type { Instant, Phase } from '../../../lib/api/types.js'
import { formatDistance } from '../../../lib/distance.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import type { Count } from '../applications-chart-shape.js'
import { ApplicationsChart } from './applications-chart.js'
import styles from './applications-figure.module.css'
import { Figure } from './figure.js'

type Props = {
  phase: Phase
  timeZone: string
  now: Instant
  applications: { total: number; lastHour: number; lastAt: Instant | null; perHour: readonly Count[] }
  /** How many of them confirmed, in words. */
  confirmed: ReactNode
}

/** How many people applied, and when. */
export function ApplicationsFigure({ phase, timeZone, now, applications: { total, lastHour, lastAt, perHour }, confirmed }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const open = phase === 'open'
  const distance = lastAt && formatDistance(lastAt, now, timeZone, locale)
  return (
    <Figure
      title={t('home.applications.heading')}
      aside={
        open && (
          <span className={styles.live}>{distance ? t('home.applications.live', { distance }) : t('home.applications.liveNone')}</span>
        )
      }
    >
      <div className={styles.head}>
        <span className={styles.big}>{formatNumber(total)}</span>
        <p>
          {open && (
            <>
              {t('home.applications.lastHour', { count: lastHour })}
              <br />
            </>
          )}
          {confirmed}
        </p>
      </div>
      {total > 0 ? (
        <ApplicationsChart perHour={perHour} timeZone={timeZone} live={open} />
      ) : (
        <p className={styles.none}>{t('home.applications.chartEmpty')}</p>
      )}
    </Figure>
  )
}
