import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.js'
import { Icon } from '../icon/icon.js'
import styles from './state-mark.module.css'

type Props = { tint?: 'plain' | 'accent' | 'done' | 'attention' | 'danger' | 'ticket'; icon?: TablerIcon; children: ReactNode }

/** A state as a word with an icon on a tint: never colour alone. */
export const StateMark = ({ tint = 'plain', icon, children }: Props) => (
  <span className={classNames(styles.mark, styles[tint])}>
    {icon && <Icon of={icon} />}
    {children}
  </span>
)
