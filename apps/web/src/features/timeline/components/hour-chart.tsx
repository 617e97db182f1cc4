import { useId, useMemo, useState } from 'react'
import { Button, figures, Table } from '../../../components/index.js'
import type { Instant } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { formatDay, formatMoment } from '../../../lib/time.js'
import { chartOf, type Hour } from '../hour-chart-shape.js'
import styles from './hour-chart.module.css'

type Props = { hours: readonly Hour[]; timeZone: string /** The last hour is still running. */; live: boolean }

/** Applications per hour as one line; the same figures wait below as a table. */
export function HourChart({ hours, timeZone, live }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const chart = useMemo(() => chartOf(hours, timeZone), [hours, timeZone])
  const [asTable, setAsTable] = useState(false)
  const tableId = useId()
  const moment = (at: Instant) => formatMoment(at, timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <div className={styles.chart}>
      <svg
        viewBox={`0 -26 ${chart.width} ${chart.height + 56}`}
        role="img"
        aria-label={t('home.applications.chart', { start: moment(chart.first), peak: moment(chart.peak.at), count: chart.peak.count })}
      >
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
      <Button
        variant="text"
        size="small"
        className={styles.toggle}
        aria-expanded={asTable}
        aria-controls={tableId}
        onClick={() => setAsTable(!asTable)}
      >
        {t('home.applications.table')}
      </Button>
      <div id={tableId} hidden={!asTable} className={styles.table}>
        {asTable && <HourTable hours={hours} timeZone={timeZone} />}
      </div>
    </div>
  )
}

function HourTable({ hours, timeZone }: Omit<Props, 'live'>) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <Table caption={t('home.applications.heading')}>
      <thead>
        <tr>
          <th scope="col">{t('home.applications.hour')}</th>
          <th scope="col" className={figures}>
            {t('home.applications.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ at, count }) => (
          <tr key={at}>
            <td>{formatMoment(at, timeZone, locale, { weekday: 'short', month: 'short' })}</td>
            <td className={figures}>{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
