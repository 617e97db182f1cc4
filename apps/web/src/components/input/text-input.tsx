import type { ComponentProps } from 'react'
import { classNames } from '../class-names.js'
import { useFieldControl } from '../field/field.js'
import styles from './input.module.css'

type Props = ComponentProps<'input'> & { mono?: boolean }

export function TextInput({ className, mono = false, type = 'text', ...rest }: Props) {
  return <input {...useFieldControl()} type={type} {...rest} className={classNames(styles.input, mono && styles.mono, className)} />
}
