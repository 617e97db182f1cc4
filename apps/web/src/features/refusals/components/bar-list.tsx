import { formatNumber } from '../../../lib/i18n/index.js'
import styles from './bar-list.module.css'

export type BarLine = { key: string; label: string; about?: string; count: number }

/** Numbers side by side, drawn to scale and written beside. */
export function BarList({ lines }: { lines: readonly BarLine[] }) {
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <ul className={styles.list}>
      {lines.map(({ key, label, about, count }) => (
        <li key={key}>
          <span className={styles.label}>{label}</span>
          <span className={styles.track} aria-hidden="true">
            <i style={{ width: `${Math.max(0.6, (count / most) * 100)}%` }} />
          </span>
          <b>{formatNumber(count)}</b>
          {about && <span className={styles.about}>{about}</span>}
        </li>
      ))}
    </ul>
  )
}
