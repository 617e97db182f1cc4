import { Field, TextInput } from '../../../components/index.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import type { Draft } from '../draft.js'
import { HandleField } from './handle-field.js'

export type StepProps = {
  draft: Draft
  errors: FormErrors
  onChange: (part: Partial<Draft>) => void
  /** She left the field of this path: what one press can mend may be offered. */
  onLeave: (path: string) => void
}

export function StepYou({ asksHandle, draft, errors, onChange, onLeave }: StepProps & { asksHandle: boolean }) {
  const t = useText('apply')
  return (
    <>
      <Field label={t('name.label')} help={t('name.help')} error={errors.name?.message} name="name" required>
        <TextInput
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
          autoComplete="name"
          autoCapitalize="words"
          maxLength={200}
          dir="auto"
        />
      </Field>
      <Field label={t('email.label')} help={t('email.help')} error={errors.email?.message} cure={errors.email?.cure} name="email" required>
        <TextInput
          type="email"
          value={draft.email}
          onChange={(event) => onChange({ email: event.target.value })}
          onBlur={() => onLeave('email')}
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </Field>
      {asksHandle && (
        <HandleField
          value={draft.handle}
          error={errors.handle}
          onChange={(handle) => onChange({ handle })}
          onLeave={() => onLeave('handle')}
        />
      )}
    </>
  )
}
