import { type ReactNode, useId } from 'react'
import { FieldError } from '../field/field.js'
import { GroupHead } from './group-head.js'
import styles from './input.module.css'

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode }

type Props = {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  optionalLabel?: string
  name?: string
  options: readonly RadioOption[]
  value: string | null
  onChange: (value: string) => void
  /** `row` sets short options side by side, as for a rating. */
  layout?: 'column' | 'row'
}

export function RadioGroup({ label, help, error, optionalLabel, name, options, value, onChange, layout = 'column' }: Props) {
  const id = useId()
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset aria-describedby={describedBy} data-field={name}>
      <GroupHead label={label} optionalLabel={optionalLabel} help={help} helpId={`${id}-help`} />
      <div className={layout === 'row' ? styles.radioRow : undefined}>
        {options.map((option) => (
          <label key={option.value} className={layout === 'row' ? styles.radioTile : styles.check}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              data-invalid={error ? true : undefined}
            />
            <span>
              {option.label}
              {option.help && <span className={styles.checkHelp}>{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
