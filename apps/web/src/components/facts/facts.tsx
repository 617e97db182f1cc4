import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './facts.module.css'

/** Names and what they stand for, one pair per line. */
export const Facts = ({ children, className }: { children: ReactNode; className?: string }) => (
  <dl className={classNames(styles.facts, className)}>{children}</dl>
)

export const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
