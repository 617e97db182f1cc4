import { Field, TextInput } from '../../../components/index.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import type { Draft } from '../draft.js'

type Props = { draft: Draft; errors: FormErrors; onChange: (part: Partial<Draft>) => void }

export function StepYou({ draft, errors, onChange }: Props) {
  const t = useText('apply')
  return (
    <>
      <Field label={t('name.label')} help={t('name.help')} error={errors.name?.message} name="name" required>
        <TextInput
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
          autoComplete="name"
          maxLength={200}
          dir="auto"
        />
      </Field>
      <Field label={t('email.label')} help={t('email.help')} error={errors.email?.message} name="email" required>
        <TextInput
          type="email"
          value={draft.email}
          onChange={(event) => onChange({ email: event.target.value })}
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </Field>
    </>
  )
}
