import type { PersonalPage } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './exclusion-section.module.css'

const reasons = ['duplicate', 'ineligible', 'house-rules', 'other'] as const

/** Why the team set the ticket aside, in a sentence and in its own words. What the rules decided is told elsewhere. */
export function PutAsideSection({ putAside: { reason, note } }: { putAside: NonNullable<PersonalPage['putAside']> }) {
  const t = useText('me')
  const known = reasons.find((one) => one === reason)
  if (!known || (known === 'other' && !note)) return null
  return (
    <section className={styles.exclusion}>
      <h2>{t('putAside.title')}</h2>
      <p>{t(`putAside.reason.${known}`)}</p>
      {note && (
        <blockquote className={styles.quote}>
          <bdi>{note}</bdi>
        </blockquote>
      )}
    </section>
  )
}
