import type { PolicyPool } from '#policy'
import { Button, Field } from '../../../../../components/index.js'
import { formatNumber, useText } from '../../../../../lib/i18n/index.js'
import { WholeNumber } from '../../fields/whole-number.js'
import type { PolicyForm } from '../policy-form.js'
import styles from './pool-seats.module.css'

type Props = {
  form: PolicyForm
  pool: PolicyPool
  path: string
  seats: number
  onChange: (seats: number) => void
  onRest: () => void
}

/** How many seats: a number, or for one pool whatever the others leave. */
export function PoolSeats({ form, pool, path, seats, onChange, onRest }: Props) {
  const t = useText('policy')
  const error = form.errorAt(`${path}.seats`)
  if (pool.seats === null) return <Rest seats={seats} error={error} />
  const number = form.policy.pools.indexOf(pool) + 1
  // Too many promised in all is said below the list, and every number of it can be lowered.
  const inSum = form.errorAt('pools') ? { 'aria-invalid': true, 'aria-describedby': 'policy-pools-error' } : {}
  return (
    <div className={styles.seats}>
      <Field label={t('pools.seats')} error={error}>
        <WholeNumber value={pool.seats} onChange={onChange} {...inSum} />
      </Field>
      {!form.disabled && (
        <Button variant="text" size="small" onClick={onRest} aria-label={t('pools.giveRestTo', { number })}>
          {t('pools.giveRest')}
        </Button>
      )}
    </div>
  )
}

/** It has no field, but an error about it can still be gone to. */
function Rest({ seats, error }: { seats: number; error: string | undefined }) {
  const t = useText('policy')
  const wrong = error ?? (seats < 0 ? t('pools.tooMany', { count: -seats }) : seats === 0 ? t('pools.noneLeft') : undefined)
  return (
    <div className={styles.rest} tabIndex={-1} data-invalid={error ? true : undefined}>
      <p>
        <span className={styles.label}>{t('pools.seats')}</span>
        <b className={styles.number}>{formatNumber(Math.max(0, seats))}</b>
        <span className={styles.note}>{t('pools.rest')}</span>
      </p>
      <p aria-live="polite" className={styles.wrong}>
        {wrong}
      </p>
    </div>
  )
}
