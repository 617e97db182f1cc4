import { formatNumber, useText } from '../../../lib/i18n/index.js'
import styles from './share-bars.module.css'

export type ShareOf = {
  key: string
  name: string /** What kind of thing the name is. */
  note?: string
  applied: number
  confirmed: number
}

/** What applications have in common, drawn to scale and written beside: how many, and which part of them confirmed. */
export function ShareBars({ shares }: { shares: readonly ShareOf[] }) {
  const t = useText('console')
  const most = Math.max(1, ...shares.map(({ applied }) => applied))
  return (
    <ul className={styles.shares}>
      {shares.map(({ key, name, note, applied, confirmed }) => (
        <li key={key}>
          <span className={styles.name}>
            <bdi>{name}</bdi>
            {note && <small>{note}</small>}
          </span>
          <span className={styles.track} aria-hidden="true">
            <i className={styles.bar} style={{ width: `${Math.max(0.6, (applied / most) * 100)}%` }}>
              <i style={{ width: `${applied ? (confirmed / applied) * 100 : 0}%` }} />
            </i>
          </span>
          <b>{formatNumber(applied)}</b>
          <span className={styles.part}>{t('live.confirmedPart', { percent: percent(confirmed, applied) })}</span>
        </li>
      ))}
    </ul>
  )
}

/** Whole, and neither 0 nor 100 unless it is exactly that. */
export function percent(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}
