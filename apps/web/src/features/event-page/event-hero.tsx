import { Notice } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatMoment } from '../../lib/time.js'
import { EventHosts } from './event-hosts.js'
import styles from './event-hero.module.css'
import { Poster } from './poster.js'

/** Poster, then paper: the picture, and beside it what it is and who asks you. */
export function EventHero({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const lang = event.locale
  return (
    <div className={styles.hero}>
      <div className={styles.text}>
        <p className="eyebrow">{usePhaseSentence(event)}</p>
        <h1 className={styles.title} data-length={lengthOf(event.title)} lang={lang}>
          {event.title}
        </h1>
        {event.tagline && (
          <p className={`lede ${styles.tagline}`} lang={lang}>
            {event.tagline}
          </p>
        )}
        {event.phase === 'cancelled' && (
          <Notice kind="attention" title={t('cancelled.title')} className={styles.notice}>
            {event.cancelReason && <p lang={lang}>{event.cancelReason}</p>}
            <p>{t('cancelled.text')}</p>
          </Notice>
        )}
        <EventHosts hosts={event.hosts} />
      </div>
      <Poster event={event} />
    </div>
  )
}

function usePhaseSentence({ phase, opensAt, closesAt, startsAt, timeZone }: PublicEvent): string {
  const t = useText('event')
  const locale = useLocale()
  switch (phase) {
    case 'draft':
    case 'announced':
      return t('phase.announced', { when: formatMoment(opensAt, timeZone, locale) })
    case 'open':
      return t('phase.open', { when: formatDay(closesAt, timeZone, locale) })
    case 'wrapped':
    case 'archived':
      return t('phase.over', { when: formatDay(startsAt, timeZone, locale, { year: true }) })
    case 'closed':
    case 'drawn':
    case 'live':
    case 'cancelled':
      return t(`phase.${phase}`)
  }
}

/** A long title is set smaller, so that it stays a title and does not become the page. */
const lengthOf = (title: string) => (title.length > 64 ? 'very-long' : title.length > 28 ? 'long' : undefined)
