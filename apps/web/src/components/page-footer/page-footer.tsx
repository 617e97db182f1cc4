import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './page-footer.module.css'

/** Quiet links at the end of a page. */
export const PageFooter = ({
  children,
  flush = false,
}: {
  children: ReactNode /** No air above, when a coloured band ends there. */
  flush?: boolean
}) => (
  <footer className={classNames(styles.footer, flush && styles.flush)}>
    <div className={`wrap ${styles.links}`}>{children}</div>
  </footer>
)
