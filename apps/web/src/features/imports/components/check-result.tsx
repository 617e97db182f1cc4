import { useState } from 'react'
import { Button, Checkbox, Failure } from '../../../components/index.js'
import type { ApplicationImportDetail } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import type { useImportActs } from '../api.js'
import { ErrorRows } from './error-rows.js'
import styles from './imports.module.css'

type Props = {
  brought: ApplicationImportDetail
  acts: ReturnType<typeof useImportActs>
  /** The columns have been changed since; what stands here is no longer what would happen. */
  stale: boolean
}

/** What would happen: how many come in, who has applied already, and what is wrong with which row. */
export function CheckResult({ brought, acts, stale }: Props) {
  const t = useText('console')
  const [agreed, setAgreed] = useState(false)
  const { good, known, wrong } = brought
  return (
    <section className={styles.result}>
      <h2 className={styles.heading}>{t('imports.result')}</h2>
      <ul className={styles.tally}>
        <li>
          <b>{formatNumber(good)}</b> <span>{t('imports.good', { count: good })}</span>
        </li>
        <li>
          <b>{formatNumber(known)}</b> <span>{t('imports.known', { count: known })}</span>
        </li>
        <li>
          <b>{formatNumber(wrong)}</b> <span>{t('imports.wrong', { count: wrong })}</span>
        </li>
      </ul>
      {brought.errors.length > 0 && <ErrorRows brought={brought} />}
      {good > 0 && (
        <div className={styles.go}>
          <Checkbox
            label={t('imports.agreed')}
            help={t('imports.agreedHelp')}
            checked={agreed}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          <Button busy={acts.run.isPending} disabled={!agreed || stale} onClick={() => acts.run.mutate()}>
            {t('imports.run', { count: good })}
          </Button>
          {stale && <p className="small soft">{t('imports.stale')}</p>}
          <Failure of={acts.run.error} />
        </div>
      )}
    </section>
  )
}
