import { formatNumber, useLocale, useText } from '../../../../../lib/i18n/index.js'
import { chanceAxis, percentOf } from './chance-axis.js'
import styles from './chance-chart.module.css'
import type { ChanceRow, Subject } from './chance-rows.js'

export type NamedRow = ChanceRow & { name: string }

type Props = { rows: readonly NamedRow[] /** What everybody would have if there were no rules. */; average: number }

const across = (share: number, end: number) => `${((share / end) * 100).toFixed(2)}%`

/** Each group's chance of a seat as a point with the range that 95 of 100 draws lie in; the average as a dashed line through all of them. */
export function ChanceChart({ rows, average }: Props) {
  const t = useText('policy')
  const locale = useLocale()
  const { end, rules } = chanceAxis(Math.max(average, ...rows.map(({ high }) => high)))
  const said = rows.map(({ name, chance }) => `${name}: ${percentOf(chance, locale)}`).join('; ')
  return (
    <div className={styles.chart} role="img" aria-label={t('simulation.chart', { said })}>
      {rows.map(({ subject, name, people, chance, low, high }, index) => (
        <div key={name} className={styles.row} data-side={sideOf(subject) !== sideOf(rows[index - 1]?.subject) || undefined}>
          <p className={styles.name}>
            {name}
            <small>{t('simulation.people', { count: Math.round(people) })}</small>
          </p>
          <span className={styles.plot}>
            <svg>
              {rules.map((rule) => (
                <line key={rule} className={styles.rule} x1={across(rule, end)} x2={across(rule, end)} y1="0" y2="100%" />
              ))}
              <line className={styles.average} x1={across(average, end)} x2={across(average, end)} y1="0" y2="100%" />
              <line className={styles.range} x1={across(low, end)} x2={across(high, end)} y1="50%" y2="50%" />
              <circle className={styles.point} cx={across(chance, end)} cy="50%" r="6" />
            </svg>
          </span>
          <b className={styles.figure}>{percentOf(chance, locale)}</b>
        </div>
      ))}
      <div className={styles.row}>
        <span className={styles.unit}>{t('simulation.average', { share: percentOf(average, locale) })}</span>
        <p className={styles.scale}>
          {[0, ...rules].map((rule) => (
            <span key={rule} style={{ left: across(rule, end) }}>
              {formatNumber(rule * 100)}
            </span>
          ))}
        </p>
        <span className={styles.percent}>%</span>
      </div>
    </div>
  )
}

/** Lines about the same side of things stand together. */
const sideOf = (subject: Subject | undefined) => (subject?.kind === 'others' ? 'pool' : subject?.kind)
