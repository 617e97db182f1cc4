import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import { formatNumber } from '../../lib/i18n/index.js'
import styles from './bars.module.css'

type Bar = {
  key: string
  name: ReactNode
  count: number
  /** How many of them are drawn full; the rest of the bar stays an outline. Without it all are. */
  full?: number
  /** What stands behind the number. */
  aside?: ReactNode
  /** A sentence below. */
  about?: ReactNode
}

type Props = {
  bars: readonly Bar[]
  /** They stand in this order, as steps do. */
  ordered?: boolean
  /** Of the room at the right: for a figure, or for a word beside it. */
  aside?: 'figure' | 'words'
}

/** Numbers side by side, drawn to the scale of the largest and written beside. On a phone a bar lies below its name. */
export function Bars({ bars, ordered = false, aside }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={styles.bars} data-aside={aside}>
      {bars.map(({ key, name, count, full, aside: behind, about }) => (
        <li key={key}>
          <span className={styles.name}>{name}</span>
          <span className={styles.track} aria-hidden="true">
            <i className={classNames(styles.bar, full !== undefined && styles.outline)} style={{ width: widthOf(count, most) }}>
              {full !== undefined && <i style={{ width: widthOf(full, count) }} />}
            </i>
          </span>
          <b>{formatNumber(count)}</b>
          {behind !== undefined && <span className={styles.aside}>{behind}</span>}
          {about && <span className={styles.about}>{about}</span>}
        </li>
      ))}
    </List>
  )
}

/** What is there at all can be seen. */
const widthOf = (count: number, most: number): string => (count === 0 || most === 0 ? '0%' : `${Math.max(0.6, (count / most) * 100)}%`)
