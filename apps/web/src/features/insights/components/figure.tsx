import { type ReactNode, useId } from 'react'
import styles from './figure.module.css'

type Props = { title: string; aside?: ReactNode; children: ReactNode }

/** One drawing with its small title; hairlines between them, no boxes. */
export function Figure({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
