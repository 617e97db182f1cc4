import { AsTable, figures, Table } from '../../../components/index.js'
import type { ReviewOverview } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import styles from './score-chart.module.css'

const [width, height, lowest, highest] = [680, 180, 20, 105] as const
const ticks = [20, 40, 60, 80, 100]
const x = (percent: number) => ((percent - lowest) / (highest - lowest)) * width

/** How many applications have which score, and the line that decides; the same figures wait below as a table. */
export function ScoreChart({ overview: { distribution, line, outcome } }: { overview: ReviewOverview }) {
  const t = useText('console')
  const most = Math.max(1, ...distribution.map(({ count }) => count))
  const step = (highest - lowest) / distribution.length
  const lineWord =
    line === null ? '' : t(outcome === 'top' ? 'review.cut' : 'review.threshold', { percent: formatNumber(Math.round(line)) })
  return (
    <div className={styles.chart}>
      <svg viewBox={`0 -56 ${width} ${height + 84}`} role="img" aria-label={[t('review.chart'), lineWord].filter(Boolean).join(', ')}>
        {distribution.map(({ from, count }) => (
          <g key={from}>
            <rect
              x={x(from) + 1.5}
              width={x(from + step) - x(from) - 3}
              y={height - (count / most) * height}
              height={(count / most) * height}
              className={line !== null && from + step <= line ? styles.under : styles.bar}
            />
            {count > 0 && (
              <text x={(x(from) + x(from + step)) / 2} y={height - (count / most) * height - 5} textAnchor="middle">
                {formatNumber(count)}
              </text>
            )}
          </g>
        ))}
        <path d={`M0 ${height}H${width}`} className={styles.ground} />
        {ticks.map((percent) => (
          <text key={percent} x={x(percent) + 2} y={height + 20}>
            {formatNumber(percent)}
          </text>
        ))}
        {line !== null && (
          <>
            <path d={`M${x(line)} -44V${height}`} className={styles.line} />
            <text x={x(line) + (line > 70 ? -6 : 6)} y="-34" textAnchor={line > 70 ? 'end' : 'start'}>
              {lineWord}
            </text>
          </>
        )}
      </svg>
      <AsTable toggle={t('home.applications.table')} label={t('review.chart')}>
        <ScoreTable distribution={distribution} step={step} />
      </AsTable>
    </div>
  )
}

function ScoreTable({ distribution, step }: Pick<ReviewOverview, 'distribution'> & { step: number }) {
  const t = useText('console')
  return (
    <Table caption={t('review.chart')}>
      <thead>
        <tr>
          <th scope="col">{t('review.score')}</th>
          <th scope="col" className={figures}>
            {t('applications.heading')}
          </th>
        </tr>
      </thead>
      <tbody>
        {distribution.map(({ from, count }) => (
          <tr key={from}>
            <td>
              {from === 100 ? formatNumber(from) : t('review.range', { from: formatNumber(from), to: formatNumber(from + step - 1) })}
            </td>
            <td className={figures}>{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
