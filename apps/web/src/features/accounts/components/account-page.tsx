import type { ReactNode } from 'react'
import { HomeMark, PageHeader } from '../../../components/index.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import styles from './account-page.module.css'

type Props = {
  /** Of the tab. */
  title: string
  heading: ReactNode
  lede?: ReactNode
  /** The ticket beside the form; a phone shows it only when it tells something. */
  ticket?: ReactNode
  ticketOnPhone?: boolean
  children: ReactNode
}

/** A form of the entrance: words and fields on paper, a ticket beside them. */
export function AccountPage({ title, heading, lede, ticket, ticketOnPhone = false, children }: Props) {
  usePageTitle(title)
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <div className={styles.words}>
          <h1>{heading}</h1>
          {lede && <p className="lede">{lede}</p>}
          {children}
        </div>
        {ticket && <div className={ticketOnPhone ? styles.ticket : `${styles.ticket} ${styles.deskOnly}`}>{ticket}</div>}
      </main>
    </>
  )
}
