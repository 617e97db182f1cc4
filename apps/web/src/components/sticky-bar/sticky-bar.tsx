import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './sticky-bar.module.css'

/** The one thing to do, under the thumb at the bottom of a phone's screen; `phoneOnly` hides it on a desk. */
export const StickyBar = ({ children, phoneOnly = false }: { children: ReactNode; phoneOnly?: boolean }) => (
  <div className={classNames(styles.bar, phoneOnly && styles.phoneOnly)}>{children}</div>
)
