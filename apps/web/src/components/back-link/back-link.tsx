import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../button/button.js'
import styles from './back-link.module.css'

/** Leads from a page of the console to the one that it belongs to; stands above the head. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <ButtonLink className={styles.back} variant="text" size="small" icon={IconArrowLeft} to={to}>
      {children}
    </ButtonLink>
  )
}
