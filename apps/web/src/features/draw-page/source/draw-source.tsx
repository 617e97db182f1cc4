import type { PublicDraw, PublicEvent } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { Notice, PersonName } from '../../../components/index.js'
import styles from './draw-source.module.css'

type Props = { event: PublicEvent; draw: PublicDraw }

/** Where the number comes from when it is not the beacon alone: which guarantee is weaker then (protocol section 5), and who is still missing. */
export function DrawSource({ event, draw }: Props) {
  const t = useText('draw')
  const locale = useLocale()
  const { mode, fallback, contributors, state, fallbackAfter } = draw
  if (mode === null || contributors.length === 0) return null
  const missing = contributors.filter(({ revealed }) => !revealed)
  const count = contributors.length
  return (
    <section className={styles.source}>
      <h2>{t('source.title')}</h2>
      {fallback && (
        <Notice kind="attention" title={t('source.fallback.title')}>
          {t('source.fallback.text')}
        </Notice>
      )}
      <p>
        {mode === 'beacon'
          ? t('source.standby', { when: fallbackAfter ? formatMoment(fallbackAfter, event.timeZone, locale) : '' })
          : t(`source.${mode}.text`)}
      </p>
      <ul className={styles.people}>
        {contributors.map(({ id, name, revealed }) => (
          <li key={id}>
            <PersonName>{name}</PersonName>
            <span className="soft"> {t(revealed ? 'source.revealed' : mode === 'beacon' ? 'source.bound' : 'source.notYet')}</span>
          </li>
        ))}
      </ul>
      {state === 'committed' && mode !== 'beacon' && missing.length > 0 && <p>{t('source.waits', { count: missing.length })}</p>}
      {mode !== 'beacon' && (
        <ul className={styles.guarantees}>
          {(mode === 'both'
            ? (['fixed', 'bothSeeds', 'canStop'] as const)
            : (['fixed', count === 1 ? 'oneSecret' : 'severalSecrets', 'canStop', 'noClock'] as const)
          ).map((key) => (
            <li key={key}>{t(`source.says.${key}`)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
