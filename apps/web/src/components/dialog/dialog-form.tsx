import type { ComponentProps, ReactNode } from 'react'
import styles from './dialog-form.module.css'

type Props = ComponentProps<'form'> & { /** The buttons at the end, the safe one first. */ actions: ReactNode }

/** A form inside a dialog: its fields, then its buttons, the last of them under the thumb on a phone. */
export const DialogForm = ({ actions, children, ...form }: Props) => (
  <form {...form} className={styles.form}>
    {children}
    <div className={styles.actions}>{actions}</div>
  </form>
)
