import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './timeline.module.css'

/** Moments in order, a dotted line through them: solid behind what is done. */
export const Timeline = ({ children, className, label }: { children: ReactNode; className?: string; label?: string }) => (
  <ol className={classNames(styles.timeline, className)} aria-label={label}>
    {children}
  </ol>
)

type Props = {
  state?: 'done' | 'now' | 'next'
  when: ReactNode
  title: ReactNode
  /** Who acts, at the right edge. */
  aside?: ReactNode
  /** `row` sets when and title on one line, as in the console. */
  layout?: 'stacked' | 'row'
  children?: ReactNode
}

export function TimelineItem({ state = 'next', when, title, aside, layout = 'stacked', children }: Props) {
  return (
    <li className={classNames(styles.item, styles[state], styles[layout])} aria-current={state === 'now' ? 'step' : undefined}>
      <div className={styles.headline}>
        <span className={styles.when}>{when}</span>
        <strong className={styles.title}>{title}</strong>
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
      {children && <div className={styles.content}>{children}</div>}
    </li>
  )
}
