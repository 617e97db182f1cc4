import type { ComponentProps } from 'react'
import { useText } from '../../lib/i18n/index.js'
import { classNames } from '../class-names.js'
import { useFieldControl } from '../field/field.js'
import styles from './input.module.css'

type Props = ComponentProps<'textarea'> & {
  value: string
  /** Shows how many characters are used; typing on is allowed, so that nothing pasted is cut off unseen. */
  limit?: number
}

export function TextArea({ className, value, limit, ...rest }: Props) {
  const t = useText('common')
  const used = [...value].length
  return (
    <>
      <textarea {...useFieldControl()} {...rest} value={value} className={classNames(styles.input, styles.area, className)} />
      {limit !== undefined && (
        <span className={classNames(styles.counter, used > limit && styles.over)}>{t('field.counter', { used, limit })}</span>
      )}
    </>
  )
}
