import type { ComponentProps } from 'react'
import { classNames, TextInput } from '../../../../components/index.js'
import styles from '../sections/section.module.css'

type Props = Omit<ComponentProps<typeof TextInput>, 'value' | 'onChange'> & { value: number; onChange: (value: number) => void }

/** A whole number from none up; the digits of a million at most. None is shown as an empty field. */
export function WholeNumber({ value, onChange, className, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      className={classNames(styles.narrow, className)}
      inputMode="numeric"
      autoComplete="off"
      value={value || ''}
      onChange={(change) => onChange(Number(change.target.value.replace(/\D/g, '').slice(0, 6)))}
    />
  )
}
