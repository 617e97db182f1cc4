import type { ReviewRule } from '#policy'
import { Checkbox, Field, FieldError, RadioGroup, Select } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { WallTimeField } from '../../fields/wall-time-field.js'
import { WholeNumber } from '../../fields/whole-number.js'
import section from '../../sections/section.module.css'
import type { PolicyForm } from '../policy-form.js'
import { CriteriaFields } from './criteria-fields.js'
import { usualReview } from './usual-review.js'

const readers = [1, 2, 3, 4, 5] as const

/** Whether applications are read and scored before the draw, by what, and what the scores decide. */
export function ReviewFields({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy, context, change } = form
  const { review } = policy
  const { closesAt } = context
  if (review === null && closesAt === null) return <p className={section.note}>{t('review.needsClose')}</p>
  return (
    <>
      <RadioGroup
        label={t('review.label')}
        value={review ? 'scored' : 'none'}
        onChange={(chosen) => change({ review: chosen === 'none' || closesAt === null ? null : usualReview(closesAt) })}
        options={(['none', 'scored'] as const).map((value) => ({ value, label: t(`review.${value}`), help: t(`review.${value}Hint`) }))}
      />
      {review && <Rule form={form} review={review} onChange={(changes) => change({ review: { ...review, ...changes } })} />}
      <FieldError id="policy-review-error" error={form.errorAt('review')} />
    </>
  )
}

type RuleProps = { form: PolicyForm; review: ReviewRule; onChange: (changes: Partial<ReviewRule>) => void }

function Rule({ form, review, onChange }: RuleProps) {
  const t = useText('policy')
  const { reviewsEach, blind, until } = review
  return (
    <div className={section.group}>
      <WallTimeField
        label={t('review.until')}
        help={t('review.untilHint')}
        value={until}
        timeZone={form.timeZone}
        onChange={(instant) => instant && onChange({ until: instant })}
        onTrouble={(message) => form.trouble('review.until', message)}
        error={form.errorAt('review.until')}
        disabled={form.disabled}
      />
      <Field label={t('review.each')} help={t('review.eachHint')} error={form.errorAt('review.reviewsEach')}>
        <Select value={reviewsEach} onChange={(event) => onChange({ reviewsEach: Number(event.target.value) })}>
          {readers.map((count) => (
            <option key={count} value={count}>
              {t('review.readers', { count })}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('review.blind')}
        help={t('review.blindHint')}
        checked={blind}
        onChange={(event) => onChange({ blind: event.target.checked })}
      />
      <CriteriaFields form={form} criteria={review.criteria} onChange={(criteria) => onChange({ criteria })} />
      <OutcomeFields form={form} review={review} onChange={onChange} />
    </div>
  )
}

function OutcomeFields({ form, review: { outcome }, onChange }: RuleProps) {
  const t = useText('policy')
  return (
    <>
      <RadioGroup
        label={t('review.outcome')}
        value={outcome.kind}
        onChange={(kind) => onChange({ outcome: kind === 'top' ? { kind: 'top', seats: 1 } : { kind: 'threshold', percent: 60 } })}
        options={(['threshold', 'top'] as const).map((value) => ({ value, label: t(`review.${value}`), help: t(`review.${value}Hint`) }))}
      />
      {outcome.kind === 'top' ? (
        <Field label={t('review.topSeats')} error={form.errorAt('review.outcome.seats')}>
          <WholeNumber value={outcome.seats} onChange={(seats) => onChange({ outcome: { kind: 'top', seats } })} />
        </Field>
      ) : (
        <Field label={t('review.percent')} error={form.errorAt('review.outcome.percent')}>
          <WholeNumber value={outcome.percent} onChange={(percent) => onChange({ outcome: { kind: 'threshold', percent } })} />
        </Field>
      )}
    </>
  )
}
