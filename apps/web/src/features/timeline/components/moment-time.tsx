import type { Instant, Locale } from '../../../lib/api/types.js'
import { formatDay, formatMoment, formatTime } from '../../../lib/time.js'
import styles from './moment-time.module.css'

type Props = { at: Instant; now: Instant; timeZone: string; locale: Locale; done: boolean }

/** As short as it can be told apart: what is past by its day, what comes this month by weekday and hour, what comes later with its month too. */
export function MomentTime({ at, now, timeZone, locale, done }: Props) {
  const day = { weekday: 'short', month: 'short' } as const
  const thisMonth = monthOf(at, timeZone) === monthOf(now, timeZone)
  return (
    <time dateTime={at} title={formatMoment(at, timeZone, locale, { year: true })} className={styles.time}>
      {!done && thisMonth ? (
        `${weekdayAndDate(at, timeZone, locale)}, ${formatTime(at, timeZone, locale)}`
      ) : (
        <>
          {formatDay(at, timeZone, locale, day)}
          {!done && <small>{formatTime(at, timeZone, locale)}</small>}
        </>
      )}
    </time>
  )
}

const monthOf = (at: Instant, timeZone: string) => formatDay(at, timeZone, 'en', { weekday: 'none', year: true }).replace(/^\d+ /, '')

/** "Sun 9". */
const weekdayAndDate = (at: Instant, timeZone: string, locale: Locale) =>
  formatDay(at, timeZone, locale, { weekday: 'short', month: 'short' }).split(' ').slice(0, 2).join(' ')
