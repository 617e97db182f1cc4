import type { ReactNode } from 'react'
import { PageHeader } from '../../components/index.js'
import styles from './confirm-page.module.css'

/** A page that was reached from a mail or to get one: a few sentences and one button. */
export const Frame = ({ mark, children }: { mark: ReactNode; children: ReactNode }) => (
  <>
    <PageHeader mark={mark} />
    <main id="main" className={`wrap ${styles.page}`}>
      {children}
    </main>
  </>
)
