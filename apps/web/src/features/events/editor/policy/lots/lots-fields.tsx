import { useState } from 'react'
import { largestWeight, type WeightRule } from '#policy'
import { Field, FieldError, RadioGroup, Select } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { WholeNumber } from '../../fields/whole-number.js'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { AnswerLots } from './answer-lots.js'
import { type WeightMode, weightModeOf, weightsOf } from './weight-modes.js'

const modes: readonly WeightMode[] = ['equal', 'losses', 'own']

/** How many lots a ticket has. */
export function LotsFields({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy, change } = form
  const { weights } = policy
  const found = weightModeOf(weights)
  // Her own mix may for a moment say the same as a ready one.
  const [isOwn, setIsOwn] = useState(found === 'own')
  const mode = isOwn ? 'own' : found
  const choose = (chosen: WeightMode) => {
    setIsOwn(chosen === 'own')
    change({ weights: weightsOf(chosen, weights) })
  }
  return (
    <>
      <RadioGroup
        label={t('lots.label')}
        value={mode}
        onChange={(chosen) => choose(chosen as WeightMode)}
        options={modes.map((value) => ({ value, label: t(`lots.${value}`), help: t(`lots.${value}Hint`) }))}
      />
      {mode === 'own' && <OwnMix form={form} onChange={(changed) => change({ weights: { ...weights, ...changed } })} />}
      <FieldError id="policy-weights-error" error={form.errorAt('weights')} />
      <p className={section.note} role="status">
        {t('lots.most', { count: largestWeight(policy) })}
      </p>
    </>
  )
}

type OwnProps = { form: PolicyForm; onChange: (change: Partial<WeightRule>) => void }

function OwnMix({ form, onChange }: OwnProps) {
  const t = useText('policy')
  const { weights } = form.policy
  // The sum of all sources is said below them, and each of them can be lowered.
  const inSum = form.errorAt('weights') ? { 'aria-invalid': true, 'aria-describedby': 'policy-weights-error' } : {}
  return (
    <div className={section.group}>
      <Field label={t('lots.firstTimers')} help={t('lots.firstTimersHint')} error={form.errorAt('weights.firstTimers')}>
        <WholeNumber value={weights.firstTimers} placeholder="0" onChange={(firstTimers) => onChange({ firstTimers })} {...inSum} />
      </Field>
      <div className={section.pair}>
        <Field label={t('lots.byLosses')} error={form.errorAt('weights.losses')}>
          <Select value={weights.losses} onChange={(change) => onChange({ losses: change.target.value as WeightRule['losses'] })}>
            {(['none', 'linear', 'squared'] as const).map((rule) => (
              <option key={rule} value={rule}>
                {t(`lots.rule.${rule}`)}
              </option>
            ))}
          </Select>
        </Field>
        {weights.losses !== 'none' && (
          <Field label={t('lots.cap')} error={form.errorAt('weights.lossCap')}>
            <WholeNumber value={weights.lossCap} onChange={(lossCap) => onChange({ lossCap })} />
          </Field>
        )}
      </div>
      <AnswerLots form={form} onChange={(answers) => onChange({ answers })} />
    </div>
  )
}
