import { Field, TextInput } from '../../../components/index.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'

type Props = { value: string; error: FormErrors[string] | undefined; onChange: (handle: string) => void; onLeave: () => void }

/** Where she tells her stories; asked of everybody, and nobody has to have one. */
export function HandleField({ value, error, onChange, onLeave }: Props) {
  const t = useText('apply')
  const common = useText('common')
  return (
    <Field
      label={t('handle.label')}
      help={t('handle.help')}
      error={error?.message}
      cure={error?.cure}
      name="handle"
      optionalLabel={common('field.optional')}
    >
      <TextInput
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
      />
    </Field>
  )
}
