import { type ReactNode, useId, useState } from 'react'
import { Button } from '../button/button.js'
import styles from './as-table.module.css'

type Props = {
  /** What the press opens. */ toggle: string /** Of the table, for whoever scrolls it by key. */
  label: string
  children: ReactNode
}

/** The figures of a drawing as a table, for whoever would rather read: behind a press below the drawing. */
export function AsTable({ toggle, label, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <Button variant="text" size="small" className={styles.toggle} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {toggle}
      </Button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard */}
      <div id={id} hidden={!open} className={styles.table} role="group" aria-label={label} tabIndex={0}>
        {open && children}
      </div>
    </>
  )
}
