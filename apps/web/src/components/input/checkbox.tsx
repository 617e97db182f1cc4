import { type ComponentProps, type ReactNode, useId } from 'react'
import { FieldError } from '../field/field.js'
import styles from './input.module.css'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; help?: ReactNode; error?: ReactNode; path?: string }

export function Checkbox({ label, help, error, path, ...rest }: Props) {
  const id = useId()
  return (
    <div data-field={path}>
      <label className={styles.check}>
        <input {...rest} type="checkbox" aria-invalid={error ? true : undefined} aria-describedby={error ? id : undefined} />
        <span>
          {label}
          {help && <span className={styles.checkHelp}>{help}</span>}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
