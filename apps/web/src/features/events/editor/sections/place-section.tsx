import { Field, TextInput } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { RichTextField } from '../fields/rich-text-field.js'
import type { Editor } from '../use-editor.js'
import styles from './section.module.css'

export function PlaceSection({ editor: { values, set, errors } }: { editor: Editor }) {
  const t = useText('console')
  return (
    <>
      <Field label={t('editor.fields.venueName')} error={errors.venueName}>
        <TextInput
          value={values.venueName}
          onChange={(change) => set({ venueName: change.target.value })}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
      <div className={styles.pair}>
        <Field label={t('editor.fields.venueAddress')} error={errors.venueAddress}>
          <TextInput
            value={values.venueAddress}
            onChange={(change) => set({ venueAddress: change.target.value })}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
        <Field label={t('editor.fields.venueCity')} error={errors.venueCity}>
          <TextInput
            value={values.venueCity}
            onChange={(change) => set({ venueCity: change.target.value })}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
      </div>
      <RichTextField
        label={t('editor.fields.practical')}
        help={t('editor.fields.practicalHint')}
        value={values.practical}
        onChange={(practical) => set({ practical })}
        error={errors.practical}
      />
    </>
  )
}
