import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import styles from './all-rules.module.css'

/** Every sentence of the rules, for who wants to know exactly. */
export function AllRules({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const parts = event.rules[useLocale()].filter(({ sentences }) => sentences.length > 0)
  return (
    <details className={styles.rules}>
      <summary>{t('rules.all')}</summary>
      <div className={styles.parts}>
        {parts.map(({ heading, sentences }) => (
          <section key={heading}>
            <h3>{t(`rules.${heading}`)}</h3>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        ))}
      </div>
    </details>
  )
}
