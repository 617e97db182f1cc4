import { type CompanionRule, type PolicyProblem, usualPolicy } from '#policy'
import { Field, RadioGroup, Select } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import type { PolicyForm } from './policy-form.js'
import { Warnings } from './simulation/warnings.js'

const sizes = [2, 3, 4, 5, 6] as const

/** Who may come together, and what happens when a company does not fit into the last seats. */
export function CompanionFields({ form, warnings }: { form: PolicyForm; warnings: readonly PolicyProblem[] }) {
  const t = useText('policy')
  const { companions } = form.policy
  const together = companions.largest !== 1
  const change = (changes: Partial<CompanionRule>) => form.change({ companions: { ...companions, ...changes } })
  return (
    <>
      <RadioGroup
        label={t('together.label')}
        value={together ? 'together' : 'alone'}
        onChange={(chosen) => change(chosen === 'alone' ? usualPolicy.companions : { largest: 2, fill: 'hold' })}
        options={(['alone', 'together'] as const).map((value) => ({
          value,
          label: t(`together.${value}`),
          help: t(`together.${value}Hint`),
        }))}
      />
      {together && (
        <>
          <Field label={t('together.largest')} error={form.errorAt('companions.largest')}>
            <Select value={companions.largest} onChange={(event) => change({ largest: Number(event.target.value) })}>
              {sizes.map((size) => (
                <option key={size} value={size}>
                  {t('together.people', { count: size })}
                </option>
              ))}
            </Select>
          </Field>
          <RadioGroup
            label={t('together.fill')}
            value={companions.fill}
            error={form.errorAt('companions.fill')}
            onChange={(fill) => change({ fill: fill as CompanionRule['fill'] })}
            options={(['hold', 'first-fit'] as const).map((value) => ({
              value,
              label: t(`together.${value}`),
              help: t(`together.${value}Hint`),
            }))}
          />
          <Warnings warnings={warnings} />
        </>
      )}
    </>
  )
}
