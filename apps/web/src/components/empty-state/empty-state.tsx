import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = {
  title: ReactNode /** Its heading: right below the page's title an h2, in a part of the page an h3. */
  as?: 'h1' | 'h2' | 'h3'
  children?: ReactNode /** The one button that fills it. */
  action?: ReactNode
}

/** What stands where a list has nothing yet: a line drawing, a sentence, one button. */
export const EmptyState = ({ title, as: Heading = 'h3', children, action }: Props) => (
  <div className={styles.empty}>
    <svg className={styles.drawing} viewBox="0 0 120 64" fill="none" stroke="currentColor" strokeWidth="1.600" aria-hidden="true">
      <path d="M4 8h70a6 6 0 0 0 12 0h30v48H86a6 6 0 0 0-12 0H4z" />
      <path d="M80 18v28" strokeDasharray="1 6" strokeLinecap="round" strokeWidth="2.400" />
    </svg>
    <Heading className={styles.title}>{title}</Heading>
    {children && <p className={styles.words}>{children}</p>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
)
