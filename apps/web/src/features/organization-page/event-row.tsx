import { IconCheck, IconClock, IconConfetti, IconDoor, IconX, type TablerIcon } from '@tabler/icons-react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.js'
import { Engraving, StateMark } from '../../components/index.js'
import type { Phase, ListedEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatTime } from '../../lib/time.js'
import styles from './event-row.module.css'

export function EventRow({ event }: { event: ListedEvent }) {
  const t = useText('event')
  const locale = useLocale()
  const { title, tagline, cover, organization, slug, startsAt, timeZone, venue } = event
  return (
    <li className={styles.row}>
      <div className={styles.picture}>
        {cover ? (
          <img src={cover.small} alt="" loading="lazy" decoding="async" />
        ) : (
          <Engraving number={event.id} className={styles.engraving} />
        )}
      </div>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <Link to={paths.event(organization.slug, slug)}>
            <span lang={event.locale}>{title}</span>
          </Link>
        </h3>
        <p className={styles.when}>
          <time dateTime={startsAt}>
            {t('organization.when', {
              day: formatDay(startsAt, timeZone, locale, { year: true }),
              time: formatTime(startsAt, timeZone, locale),
            })}
          </time>
          {venue.city && <span className="soft">{venue.city}</span>}
        </p>
        {tagline && (
          <p className={`small soft ${styles.tagline}`} lang={event.locale}>
            {tagline}
          </p>
        )}
      </div>
      <PhaseMark event={event} />
    </li>
  )
}

type Mark = { tint: 'plain' | 'accent' | 'done' | 'danger'; icon?: TablerIcon }

const marks: Partial<Record<Phase, Mark>> = {
  announced: { tint: 'plain', icon: IconClock },
  open: { tint: 'accent', icon: IconDoor },
  closed: { tint: 'plain', icon: IconClock },
  drawn: { tint: 'plain', icon: IconCheck },
  live: { tint: 'done', icon: IconConfetti },
  cancelled: { tint: 'danger', icon: IconX },
}

function PhaseMark({ event: { phase, opensAt, closesAt, timeZone } }: { event: ListedEvent }) {
  const t = useText('event')
  const locale = useLocale()
  const mark = marks[phase]
  if (!mark || phase === 'wrapped' || phase === 'archived') return null
  const when = formatDay(phase === 'open' ? closesAt : opensAt, timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <StateMark tint={mark.tint} icon={mark.icon}>
      {t(`organization.mark.${phase}`, { when })}
    </StateMark>
  )
}
