import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import styles from './ticket.module.css'

type Props = {
  /** Names the ticket for who cannot see it. */
  label?: string
  /** Where the stub hangs: beside, below, or beside on a desk and below on a phone. */
  stubAt?: 'side' | 'bottom' | 'turning'
  stub?: ReactNode
  /** Lies a little askew on a wide screen. */
  askew?: boolean
  /** Lets the page set `--stub`, the width or height of the stub. */
  className?: string
  mainClassName?: string
  stubClassName?: string
  children: ReactNode
}

const shape = { side: styles.side, bottom: styles.bottom, turning: styles.turning }

/** The paper ticket: card, perforation and stub, punched so that the ground shows through and the shadow follows the outline. */
export function Ticket({ label, stubAt = 'side', stub, askew = false, className, mainClassName, stubClassName, children }: Props) {
  return (
    <article aria-label={label} className={classNames(styles.ticket, shape[stubAt], askew && styles.askew, className)}>
      <div className={styles.card}>
        <div className={classNames(styles.main, mainClassName)}>{children}</div>
        <div className={classNames(styles.stub, stubClassName)}>{stub}</div>
      </div>
    </article>
  )
}

/** A small word above a fact. */
export const TicketLabel = ({ children }: { children: ReactNode }) => <span className={styles.label}>{children}</span>

export const TicketTitle = ({
  children,
  className,
  length,
  as: Heading = 'p',
}: {
  children: ReactNode
  className?: string
  /** For the page's own style, as `data-length`. */
  length?: string
  as?: 'p' | 'h2' | 'h3'
}) => (
  <Heading className={classNames(styles.title, className)} data-length={length}>
    {children}
  </Heading>
)

/** "3f9a-71c2", or the empty form's dashes. */
export const TicketNumber = ({ children }: { children: ReactNode }) => <span className={styles.number}>{children}</span>
