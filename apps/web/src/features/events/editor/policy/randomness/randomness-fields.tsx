import type { Randomness } from '#policy'
import { Checkbox, Field, RadioGroup } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { WholeNumber } from '../../fields/whole-number.js'
import type { PolicyForm } from '../policy-form.js'
import { ContributorList } from './contributor-list.js'
import { GuaranteeList } from './guarantee-list.js'
import { withFallback, withMode } from './change-randomness.js'
import type { Mode } from './guarantees.js'

const modes: readonly Mode[] = ['beacon', 'commit-reveal', 'both']

/** Where the lot comes from. */
export function RandomnessFields({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { randomness } = form.policy
  const { mode, fallbackDays, contributors } = randomness
  const hasFallback = mode === 'beacon' && (fallbackDays !== null || contributors.length > 0)
  const change = (changed: Randomness) => form.change({ randomness: changed })
  return (
    <>
      <RadioGroup
        label={t('randomness.label')}
        value={mode}
        error={form.errorAt('randomness.mode')}
        onChange={(chosen) => change(withMode(randomness, chosen as Mode))}
        options={modes.map((value) => ({ value, label: t(`randomness.${value}`), help: t(`randomness.${value}Hint`) }))}
      />
      <GuaranteeList mode={mode} />
      {mode === 'beacon' && (
        <Checkbox
          label={t('randomness.fallback')}
          help={t('randomness.fallbackHint')}
          checked={hasFallback}
          onChange={(event) => change(withFallback(randomness, event.target.checked))}
        />
      )}
      {hasFallback && (
        <Field label={t('randomness.fallbackDays')} help={t('randomness.fallbackDaysHint')} error={form.errorAt('randomness.fallbackDays')}>
          <WholeNumber value={fallbackDays ?? 0} onChange={(days) => change({ ...randomness, fallbackDays: days })} />
        </Field>
      )}
      {(mode !== 'beacon' || hasFallback) && (
        <ContributorList form={form} onChange={(people) => change({ ...randomness, contributors: people })} />
      )}
    </>
  )
}
