import { Field, Select } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import type { PolicyForm } from '../policy-form.js'
import { takesLeftovers } from './change-pools.js'

/** Where seats go that nobody of a group wants. */
export function Leftovers({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy, disabled, change } = form
  const takers = policy.pools.map((pool, index) => ({ ...pool, number: index + 1 })).filter(takesLeftovers)
  if (policy.pools.length < 2) return null
  return (
    <Field label={t('leftovers.label')} help={t('leftovers.hint')} error={form.errorAt('spillTo')}>
      <Select value={policy.spillTo ?? ''} disabled={disabled} onChange={(event) => change({ spillTo: event.target.value || null })}>
        {takers.map(({ id, number }) => (
          <option key={id} value={id}>
            {takers.length > 1 ? t('leftovers.toNumber', { number }) : t('leftovers.toEverybody')}
          </option>
        ))}
        <option value="">{t('leftovers.empty')}</option>
      </Select>
    </Field>
  )
}
