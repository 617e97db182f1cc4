import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from '../../../components/index.js'
import styles from './more.module.css'

/** A sentence that says it, and behind it the rest for whoever wants to know. */
export const More = ({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) => (
  <details className={styles.more}>
    <summary>
      <span>
        <strong>{title}</strong>
        <br />
        <span className="small soft">{lead}</span>
      </span>
      <Icon of={IconChevronDown} />
    </summary>
    <div className={styles.content}>{children}</div>
  </details>
)
