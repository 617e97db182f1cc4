import type { ReactNode } from 'react'
import { DayInput, Field, TextInput } from '../../../components/index.js'
import type { Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'

type Props = {
  question: Question
  label: ReactNode
  help: ReactNode
  error: ReactNode
  name: string
  optionalLabel: string | undefined
  value: string
  onChange: (value: string) => void
  onBlur: () => void
}

/** A day near by comes from the phone's own calendar; a birthday is typed. */
export function DateField({ question: { settings, required }, value, onChange, onBlur, ...common }: Props) {
  const t = useText('common')
  if (settings.birthday)
    return (
      <DayInput
        {...common}
        value={value}
        onChange={onChange}
        words={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }}
      />
    )
  return (
    <Field {...common} required={required}>
      <TextInput
        type="date"
        value={value}
        min={settings.earliest}
        max={settings.latest}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </Field>
  )
}
