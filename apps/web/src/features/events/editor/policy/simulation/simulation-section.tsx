import { Notice } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { ExpectedFields } from './expected-fields.js'
import { Outcome } from './outcome.js'
import styles from './simulation-section.module.css'
import type { Rehearsal } from './use-rehearsal.js'
import { Warnings } from './warnings.js'

/** What the settings would do. Nothing of it is saved. */
export function SimulationSection({ form, rehearsal }: { form: PolicyForm; rehearsal: Rehearsal }) {
  const t = useText('policy')
  const { shares, expected, expect, last, busy, failed, isImpossible, warnings } = rehearsal
  return (
    <section className={styles.simulation} aria-labelledby="policy-simulation">
      <h3 id="policy-simulation">{t('heading.simulation')}</h3>
      <p className={section.note}>{t('simulation.text')}</p>
      <ExpectedFields shares={shares} expected={expected} onChange={expect} />
      <p className="sr" role="status">
        {isImpossible ? '' : busy ? t('simulation.busy') : last ? t('simulation.done', { count: warnings.length }) : ''}
      </p>
      {isImpossible && <Notice>{t('simulation.impossible')}</Notice>}
      {failed && <Notice kind="error">{t('simulation.failed')}</Notice>}
      <Warnings warnings={warnings} />
      {last && (
        <div className={styles.outcome} data-busy={busy || undefined}>
          <Outcome simulation={last.simulation} policy={last.policy} context={form.context} />
        </div>
      )}
    </section>
  )
}
