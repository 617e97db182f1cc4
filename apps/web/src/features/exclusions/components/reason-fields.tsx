import { Field, RadioGroup, TextArea } from '../../../components/index.js'
import type { ExclusionReason } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'

export type Reasoned = { reason: ExclusionReason | ''; note: string }

/** What is asked of whoever takes somebody out: nothing may be left to guess. */
export function reasonErrors({ reason, note }: Reasoned, missing: { reason: string; note: string }): { reason?: string; note?: string } {
  return {
    ...(reason === '' && { reason: missing.reason }),
    ...(reason === 'other' && !note.trim() && { note: missing.note }),
  }
}

type Props = {
  /** In the order in which they are likely here. */
  reasons: readonly ExclusionReason[]
  values: Reasoned
  errors: { reason?: string | undefined; note?: string | undefined }
  onReason: (reason: ExclusionReason) => void
  onNote: (note: string) => void
  /** How the word is asked for. */
  note: { label: string; help: string }
}

/** The reason that is published, and the word that only the person reads. */
export function ReasonFields({ reasons, values: { reason, note }, errors, onReason, onNote, note: words }: Props) {
  const t = useText('console')
  const isOther = reason === 'other'
  return (
    <>
      <RadioGroup
        label={t('exclusions.reason')}
        options={reasons.map((one) => ({ value: one, label: t(`exclusions.reasons.${one}`) }))}
        value={reason || null}
        onChange={(chosen) => onReason(chosen as ExclusionReason)}
        error={errors.reason}
      />
      <Field
        label={words.label}
        help={words.help}
        error={errors.note}
        name="note"
        optionalLabel={isOther ? undefined : t('state.optional')}
        required={isOther}
      >
        <TextArea value={note} onChange={({ target }) => onNote(target.value)} limit={500} rows={2} />
      </Field>
    </>
  )
}
