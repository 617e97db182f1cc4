import { useMemo } from 'react'
import { AsTable, figures, Table } from '../../../components/index.js'
import type { Instant } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { formatDay, formatMoment } from '../../../lib/time.js'
import { chartOf, type Count, gathered } from '../applications-chart-shape.js'
import styles from './applications-chart.module.css'

type Props = { perHour: readonly Count[]; timeZone: string /** The last hour is still running. */; live: boolean }

/** When applications came in, as one line; the same figures wait below as a table. */
export function ApplicationsChart({ perHour, timeZone, live }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const { hoursPerStep, counts } = useMemo(() => gathered(perHour, timeZone), [perHour, timeZone])
  const chart = useMemo(() => chartOf(counts, timeZone), [counts, timeZone])
  const per = hoursPerStep === 24 ? t('home.applications.perDay') : t('home.applications.per', { count: hoursPerStep })
  const moment = (at: Instant) => formatMoment(at, timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <div className={styles.chart}>
      <svg
        viewBox={`0 -26 ${chart.width} ${chart.height + 56}`}
        role="img"
        aria-label={t('home.applications.chart', { per, start: moment(chart.first), peak: moment(chart.peak.at), count: chart.peak.count })}
      >
        <text x="0" y="-5">
          {per}
        </text>
        {chart.rules.map(({ y, value }) => (
          <g key={value}>
            <path d={`M0 ${y}H${chart.width}`} className={styles.rule} />
            <text x={chart.width} y={y - 5} textAnchor="end">
              {formatNumber(value)}
            </text>
          </g>
        ))}
        <path d={chart.area} className={styles.area} />
        <path d={chart.line} className={styles.line} />
        <path d={`M0 ${chart.height}H${chart.width}`} className={styles.ground} />
        {chart.days.map(({ x, at }) => (
          <g key={at}>
            <path d={`M${x} ${chart.height}v5`} className={styles.ground} />
            <text x={x} y={chart.height + 20}>
              {formatDay(at, timeZone, locale, { weekday: 'short', month: 'short' }).split(' ').slice(0, 2).join(' ')}
            </text>
          </g>
        ))}
        {live && chart.end && <circle cx={chart.end.x} cy={chart.end.y} r="4" className={styles.end} />}
      </svg>
      <AsTable toggle={t('home.applications.table')} label={t('home.applications.table')}>
        <CountTable counts={counts} timeZone={timeZone} />
      </AsTable>
    </div>
  )
}

function CountTable({ counts, timeZone }: { counts: readonly Count[]; timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <Table caption={t('home.applications.heading')}>
      <thead>
        <tr>
          <th scope="col">{t('home.applications.from')}</th>
          <th scope="col" className={figures}>
            {t('home.applications.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ at, count }) => (
          <tr key={at}>
            <td>{formatMoment(at, timeZone, locale, { weekday: 'short', month: 'short' })}</td>
            <td className={figures}>{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
