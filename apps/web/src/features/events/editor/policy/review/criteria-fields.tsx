import { IconPlus, IconX } from '@tabler/icons-react'
import type { Criterion } from '#policy'
import { Button, Field, FieldError, Select, TextInput } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import type { PolicyForm } from '../policy-form.js'
import styles from './criteria-fields.module.css'
import { withCriterion } from './usual-review.js'

const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const mostCriteria = 8

type Props = { form: PolicyForm; criteria: readonly Criterion[]; onChange: (criteria: readonly Criterion[]) => void }

/** What reviewers score, each from 1 to 5, and how much it counts beside the others. */
export function CriteriaFields({ form, criteria, onChange }: Props) {
  const t = useText('policy')
  const put = (index: number, changes: Partial<Criterion>) =>
    onChange(criteria.map((criterion, place) => (place === index ? { ...criterion, ...changes } : criterion)))
  return (
    <fieldset className={styles.criteria}>
      <legend>{t('review.criteria')}</legend>
      {criteria.map(({ id, label, weight }, index) => (
        <div key={id} className={styles.row}>
          <Field label={t('review.criterion', { number: index + 1 })} error={form.errorIn(`review.criteria.${index}`)}>
            <TextInput
              value={label}
              maxLength={80}
              placeholder={t('review.criterionExample')}
              onChange={(event) => put(index, { label: event.target.value })}
            />
          </Field>
          <Field label={t('review.counts')}>
            <Select value={weight} onChange={(event) => put(index, { weight: Number(event.target.value) })}>
              {weights.map((times) => (
                <option key={times} value={times}>
                  {t('review.times', { count: times })}
                </option>
              ))}
            </Select>
          </Field>
          {criteria.length > 1 && (
            <Button
              variant="text"
              size="small"
              icon={IconX}
              aria-label={t('review.removeCriterion', { number: index + 1 })}
              onClick={() => onChange(criteria.toSpliced(index, 1))}
            >
              {t('review.remove')}
            </Button>
          )}
        </div>
      ))}
      <FieldError id="policy-criteria-error" error={form.errorAt('review.criteria')} />
      {criteria.length < mostCriteria && (
        <Button variant="quiet" size="small" icon={IconPlus} onClick={() => onChange(withCriterion(criteria))}>
          {t('review.addCriterion')}
        </Button>
      )}
    </fieldset>
  )
}
