import type { ComponentProps } from 'react'
import { useText } from '../../lib/i18n/index.js'
import { classNames } from '../class-names.js'
import styles from './input.module.css'
import { TextInput } from './text-input.js'

type Props = ComponentProps<'input'> & { value: string; limit: number }

/** From here on it is worth knowing how much room is left. */
const nearly = 0.8

/** One line with a limit: what is pasted is never cut off unseen, and the count shows when the end is near. */
export function CountedInput({ value, limit, ...rest }: Props) {
  const t = useText('common')
  const used = [...value].length
  return (
    <>
      <TextInput {...rest} value={value} />
      {used >= limit * nearly && (
        <span className={classNames(styles.counter, used > limit && styles.over)}>{t('field.counter', { used, limit })}</span>
      )}
    </>
  )
}
