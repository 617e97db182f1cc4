import type { ReactNode } from 'react'
import { Button, Notice } from '../../../components/index.js'
import { isOffline, Problem } from '../../../lib/api/problem.js'
import type { Form } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
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

function Failure({ of: error }: { of: unknown }) {
  const t = useText('accounts')
  if (!error) return null
  const said = error instanceof Problem && error.status < 500 ? error.title : ''
  return (
    <Notice kind="error" live>
      {said || t(isOffline(error) ? 'errors.offline' : 'errors.unexpected')}
    </Notice>
  )
}
