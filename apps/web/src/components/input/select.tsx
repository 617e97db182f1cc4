import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names.js'
import { useFieldControl } from '../field/field.js'
import { Icon } from '../icon/icon.js'
import styles from './input.module.css'

/** The browser's own list, because a phone's is better than anything drawn. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={styles.select}>
      <select {...useFieldControl()} {...rest} className={classNames(styles.input, className)}>
        {children}
      </select>
      <Icon of={IconChevronDown} className={styles.chevron} />
    </span>
  )
}
