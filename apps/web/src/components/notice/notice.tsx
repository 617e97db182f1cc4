import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconExclamationCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import { Icon } from '../icon/icon.js'
import styles from './notice.module.css'

type Props = {
  kind?: 'info' | 'done' | 'attention' | 'error'
  title?: ReactNode
  children?: ReactNode
  /** What can be done about it. */
  action?: ReactNode
  /** Reads itself out when it appears. */
  live?: boolean
  className?: string
}

const icons = { info: IconInfoCircle, done: IconCircleCheck, attention: IconAlertTriangle, error: IconExclamationCircle }

/** A sentence that must not be missed, on a tinted ground. */
export function Notice({ kind = 'info', title, children, action, live = false, className }: Props) {
  return (
    <div className={classNames(styles.notice, styles[kind], className)} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon of={icons[kind]} />
      <div className={styles.words}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
