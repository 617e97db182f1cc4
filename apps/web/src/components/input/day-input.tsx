import { type ReactNode, useId, useState } from 'react'
import { classNames } from '../class-names.js'
import { FieldError } from '../field/field.js'
import styles from './day-input.module.css'
import { GroupHead } from './group-head.js'
import inputStyles from './input.module.css'

type Parts = { day: string; month: string; year: string }

type Props = {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  optionalLabel?: string
  name?: string
  /** YYYY-MM-DD, or as far as it was typed. */
  value: string
  onChange: (value: string) => void
  words: Record<keyof Parts, string>
}

const order = ['day', 'month', 'year'] as const

/** A birthday in three boxes: nobody wants to turn a calendar back through forty years, and phones can fill it in. */
export function DayInput({ label, help, error, optionalLabel, name, value, onChange, words }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<Parts>(() => partsOf(value))
  // What stands in the boxes is what was typed, "3" and not "03", unless somebody else changed the day.
  const parts = dayOf(typed) === value ? typed : partsOf(value)
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

  const change = (part: Partial<Parts>) => {
    const after = { ...parts, ...part }
    setTyped(after)
    onChange(dayOf(after))
  }
  return (
    <fieldset aria-describedby={describedBy} data-field={name}>
      <GroupHead label={label} optionalLabel={optionalLabel} help={help} helpId={`${id}-help`} />
      <div className={styles.parts}>
        {order.map((part) => (
          <label key={part} className={classNames(styles.part, part === 'year' && styles.year)}>
            {words[part]}
            <input
              className={inputStyles.input}
              inputMode="numeric"
              autoComplete={`bday-${part}`}
              maxLength={part === 'year' ? 4 : 2}
              value={parts[part]}
              onChange={(event) => change({ [part]: event.target.value.replace(/\D/g, '') })}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
            />
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

function dayOf({ day, month, year }: Parts): string {
  if (day === '' && month === '' && year === '') return ''
  return [year, padded(month), padded(day)].join('-')
}

function partsOf(value: string): Parts {
  const [year = '', month = '', day = ''] = value.split('-')
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') }
}

const padded = (part: string) => (part === '' ? '' : part.padStart(2, '0'))
