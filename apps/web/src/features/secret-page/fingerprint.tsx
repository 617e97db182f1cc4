import { useText } from '../../lib/i18n/index.js'
import styles from './secret-page.module.css'

/** In groups of eight, as people compare them. */
export const Groups = ({ children }: { children: string }) => (
  <span className={`mono ${styles.hex}`}>{children.match(/.{1,8}/g)?.join(' ')}</span>
)

/** What was, or will be, handed in. */
export function Fingerprint({ of }: { of: string }) {
  const t = useText('secret')
  return (
    <p className={styles.value}>
      <span className="small soft">{t('make.fingerprint')}</span>
      <Groups>{of}</Groups>
    </p>
  )
}
