import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { AllRules, RuleChanges } from '../event-page/index.js'
import styles from './promise-section.module.css'

/** What was promised before anybody could know the result: the rules in words, what became of them, and the text that the seal covers. */
export function PromiseSection({ event, sealed }: { event: PublicEvent; sealed: boolean }) {
  const t = useText('draw')
  const { organization, slug } = event
  return (
    <section className={styles.promise}>
      <h2>{t('promise.title')}</h2>
      <p className="small soft">{t(sealed ? 'promise.text' : 'promise.toCome')}</p>
      <AllRules event={event} />
      <RuleChanges event={event} />
      {sealed && (
        <p>
          <a href={`/api/public/${encodeURIComponent(organization.slug)}/${encodeURIComponent(slug)}/draw/rules.txt`}>
            {t('promise.sealed')}
          </a>
        </p>
      )}
    </section>
  )
}
