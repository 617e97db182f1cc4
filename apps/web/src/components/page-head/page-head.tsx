import type { ReactNode } from 'react'
import { usePageTitle } from '../../lib/use-page-title.js'
import styles from './page-head.module.css'

type Props = {
  /** Of the tab; without one the heading, when it is text. */
  title?: string
  heading: ReactNode
  /** One quiet line below it. */
  below?: ReactNode
  /** A button or two at the right. */
  actions?: ReactNode
}

/** The head of a page of the console. */
export function PageHead({ title, heading, below, actions }: Props) {
  usePageTitle(title ?? (typeof heading === 'string' ? heading : null))
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1>{heading}</h1>
        {below && <div className={styles.below}>{below}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
