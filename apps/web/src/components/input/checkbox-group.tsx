import { type ReactNode, useId } from 'react'
import { FieldError } from '../field/field.js'
import { GroupHead } from './group-head.js'
import styles from './input.module.css'

type Props = {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  optionalLabel?: string
  name?: string
  options: readonly string[]
  values: readonly string[]
  /** What is chosen, in the order of the options. */
  onChange: (values: string[]) => void
}

/** Several of a few: each with a box of its own, so that one thumb can change its mind. */
export function CheckboxGroup({ label, help, error, optionalLabel, name, options, values, onChange }: Props) {
  const id = useId()
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const toggle = (option: string) => onChange(options.filter((one) => (one === option ? !values.includes(one) : values.includes(one))))
  return (
    <fieldset aria-describedby={describedBy} data-field={name}>
      <GroupHead label={label} optionalLabel={optionalLabel} help={help} helpId={`${id}-help`} />
      {options.map((option) => (
        <label key={option} className={styles.check}>
          <input
            type="checkbox"
            checked={values.includes(option)}
            onChange={() => toggle(option)}
            data-invalid={error ? true : undefined}
          />
          <span>{option}</span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
