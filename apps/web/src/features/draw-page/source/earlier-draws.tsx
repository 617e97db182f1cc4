import { PersonName } from '../../../components/index.js'
import type { PublicDraw, PublicEvent } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { groupHex } from '../group-hex.js'
import styles from './draw-source.module.css'

/** Draws of this event that were given up before they were made: all of them stay in public. */
export function EarlierDraws({ event, draw }: { event: PublicEvent; draw: PublicDraw }) {
  const t = useText('draw')
  const locale = useLocale()
  if (!draw.earlier.length) return null
  return (
    <section className={styles.source}>
      <h2>{t('earlier.title')}</h2>
      <p>{t('earlier.text')}</p>
      <ul className={styles.people}>
        {draw.earlier.map(({ number, commitment, committedAt, contributors }) => (
          <li key={number}>
            {t('earlier.draw', { number, when: formatMoment(committedAt, event.timeZone, locale, { year: true }) })}{' '}
            {contributors
              .filter(({ revealed }) => !revealed)
              .map(({ id, name }) => (
                <span key={id}>{t.rich('earlier.missing', { name: <PersonName>{name}</PersonName> })} </span>
              ))}
            <span className="mono">{groupHex(commitment)}</span>{' '}
            <a
              href={`/api/public/${encodeURIComponent(event.organization.slug)}/${encodeURIComponent(event.slug)}/draw/bundle.zip?number=${number}`}
              download
            >
              {t('earlier.bundle')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
