import type { ReactNode } from 'react'
import { useText } from '../../lib/i18n/index.js'
import { LanguageSwitch } from '../language-switch/language-switch.js'
import styles from './page-header.module.css'

type Props = {
  /** The organization's mark, or the product's. */
  mark: ReactNode
  /** Links and words between mark and language; hidden on a phone. */
  children?: ReactNode
}

/** The top of every public page. Give the page's `<main>` the id "main", so that the skip link finds it. */
export function PageHeader({ mark, children }: Props) {
  const t = useText('common')
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <header className={`wrap ${styles.header}`}>
        {mark}
        <nav className={styles.links} aria-label={t('siteLinks')}>
          {children}
          <LanguageSwitch />
        </nav>
      </header>
    </>
  )
}
