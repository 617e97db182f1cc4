import { IconExclamationCircle } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useId } from 'react'
import { Button } from '../button/button.js'
import { Icon } from '../icon/icon.js'
import styles from './field.module.css'

export type Cure = { label: string; apply: () => void }

type FieldState = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean }
const FieldContext = createContext<FieldState | null>(null)

/** What a control inside a `Field` needs to be tied to its label, help and error. */
export function useFieldControl() {
  const field = use(FieldContext)
  return field
    ? {
        id: field.id,
        'aria-describedby': field.describedBy,
        'aria-invalid': field.invalid || undefined,
        'aria-required': field.required || undefined,
      }
    : {}
}

type Props = {
  label: ReactNode
  help?: ReactNode
  /** What is wrong and what would be right. */
  error?: ReactNode
  /** Puts it right with one press. */
  cure?: Cure
  /** Said after the label, because most fields must be filled in. */
  optionalLabel?: string
  required?: boolean
  /** The path the server names this field by; `focusFirstError` looks for it. */
  name?: string
  children: ReactNode
}

/** A label, its control and, when needed, help and an error with its cure. */
export function Field({ label, help, error, cure, optionalLabel, required = false, name, children }: Props) {
  const id = useId()
  const helpId = `${id}-help`
  const errorId = `${id}-error`
  const describedBy = [help && helpId, error && errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.field} data-field={name}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optionalLabel && (
          <>
            {' '}
            <span className={styles.optional}>{optionalLabel}</span>
          </>
        )}
      </label>
      {help && (
        <span id={helpId} className={styles.help}>
          {help}
        </span>
      )}
      <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>{children}</FieldContext>
      <FieldError id={errorId} error={error} cure={cure} />
    </div>
  )
}

/** The error line; it is in the page from the start, so that a screen reader hears it appear. */
export function FieldError({ id, error, cure }: { id: string; error?: ReactNode; cure?: Cure }) {
  return (
    <div aria-live="polite">
      {error && (
        <p className={styles.error} id={id}>
          <Icon of={IconExclamationCircle} />
          <span>{error}</span>
        </p>
      )}
      {error && cure && (
        <Button variant="quiet" size="small" className={styles.cure} onClick={cure.apply}>
          {cure.label}
        </Button>
      )}
    </div>
  )
}
