import type { PublicEvent, RuleChange } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './rule-changes.module.css'

/** What was changed of the rules while people could apply: when, in which role, and what it says now. */
export function RuleChanges({ event }: { event: PublicEvent }) {
  const t = useText('event')
  if (!event.ruleChanges.length) return null
  return (
    <section className={styles.changes}>
      <h3>{t('changes.title')}</h3>
      <ol>
        {event.ruleChanges.map((change) => (
          <Change key={change.at} change={change} timeZone={event.timeZone} />
        ))}
      </ol>
    </section>
  )
}

function Change({ change, timeZone }: { change: RuleChange; timeZone: string }) {
  const t = useText('event')
  const locale = useLocale()
  const { at, role, removed, added } = change
  const isWorded = removed[locale].length + added[locale].length > 0
  return (
    <li className={styles.change}>
      <p className={styles.head}>
        <time dateTime={at}>{formatMoment(at, timeZone, locale, { year: true })}</time>
        <span className="soft">{t(`changes.by.${role}`)}</span>
      </p>
      {removed[locale].map((sentence) => (
        <p key={sentence}>
          <span className={styles.mark}>{t('changes.removed')}</span> <del>{sentence}</del>
        </p>
      ))}
      {added[locale].map((sentence) => (
        <p key={sentence}>
          <span className={styles.mark}>{t('changes.added')}</span> <ins>{sentence}</ins>
        </p>
      ))}
      {!isWorded && <p className="soft">{t('changes.sameWords')}</p>}
    </li>
  )
}
