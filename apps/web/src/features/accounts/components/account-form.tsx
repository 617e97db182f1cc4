import type { ReactNode } from 'react'
import { Button, Failure } from '../../../components/index.js'
import type { Form } from '../../../lib/form/use-form.js'
import styles from './account-form.module.css'

type Props<Values> = { form: Form<Values>; submit: string; busy: string; children: ReactNode; below?: ReactNode }

/** The fields, what went wrong, the one button, and quiet ways elsewhere. */
export function AccountForm<Values>({ form, submit, busy, children, below }: Props<Values>) {
  return (
    <form {...form.props} className={styles.form}>
      {children}
      <Failure of={form.failure} />
      <Button type="submit" busy={form.busy}>
        {form.busy ? busy : submit}
      </Button>
      {below && <div className={styles.below}>{below}</div>}
    </form>
  )
}
