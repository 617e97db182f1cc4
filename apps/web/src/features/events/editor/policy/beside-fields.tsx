import { Field } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { WholeNumber } from '../fields/whole-number.js'
import type { PolicyForm } from './policy-form.js'
import { ReviewFields } from './review/review-fields.js'

/** Seats that are not drawn, and what comes before the draw. */
export function BesideFields({ form }: { form: PolicyForm }) {
  const t = useText('policy')
  const { policy } = form
  return (
    <>
      <Field label={t('beside.picked')} help={t('beside.pickedHint')} error={form.errorIn('picked')}>
        <WholeNumber value={policy.picked.seats} placeholder="0" onChange={(seats) => form.change({ picked: { seats } })} />
      </Field>
      <ReviewFields form={form} />
    </>
  )
}
