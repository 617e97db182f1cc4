import { Field, FieldError } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { WholeNumber } from '../fields/whole-number.js'
import section from '../sections/section.module.css'
import type { PolicyForm } from './policy-form.js'

/** Seats that are not drawn. How applications are scored is kept as it was declared. */
export function BesideFields({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy } = form
  return (
    <>
      <Field label={t('beside.picked')} help={t('beside.pickedHint')} error={form.errorIn('picked')}>
        <WholeNumber value={policy.picked.seats} placeholder="0" onChange={(seats) => form.change({ picked: { seats } })} />
      </Field>
      {policy.review && <p className={section.note}>{t('beside.review')}</p>}
      <FieldError id="policy-review-error" error={form.errorIn('review')} />
    </>
  )
}
