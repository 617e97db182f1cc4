import { Field, PasswordInput, TextInput } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'

type Props = { value: string; onChange: (value: string) => void; error?: string }

export function EmailField({ value, onChange, error, autoFocus = false }: Props & { autoFocus?: boolean }) {
  const t = useText('accounts')
  return (
    <Field label={t('fields.email')} error={error} required>
      <TextInput
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        value={value}
        onChange={(change) => onChange(change.target.value)}
      />
    </Field>
  )
}

export function PasswordField({
  value,
  onChange,
  error,
  chosen = false,
}: Props & { /** A new one, not one that she has. */ chosen?: boolean }) {
  const t = useText('accounts')
  const words = {
    show: t('fields.show'),
    hide: t('fields.hide'),
    showPassword: t('fields.showPassword'),
    hidePassword: t('fields.hidePassword'),
  }
  return (
    <Field label={t('fields.password')} help={chosen ? t('fields.passwordHint') : undefined} error={error} required>
      <PasswordInput
        name="password"
        autoComplete={chosen ? 'new-password' : 'current-password'}
        value={value}
        onChange={(change) => onChange(change.target.value)}
        words={words}
      />
    </Field>
  )
}
