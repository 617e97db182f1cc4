import { IconClockHour4 } from '@tabler/icons-react'
import { classNames, Icon } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { type Text, useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment, type TimeLeft, timeLeft, zoneCity } from '../../lib/time.js'
import { useNow } from '../../lib/use-now.js'
import styles from './closing-time.module.css'

const hour = 3_600_000
const soon = hour / 6

/** How long the form stays open, on the event's clock and on hers, and what happens then. */
export function ClosingTime({ event, explained }: { event: PublicEvent; explained: boolean }) {
  const t = useText('apply')
  const { closesAt, now } = event
  const left = timeLeft(closesAt, useNow(now, 1000))
  return (
    <div className={classNames(styles.closing, left.total < soon && styles.soon)}>
      <Icon of={IconClockHour4} />
      <div>
        <p>
          <span role="timer">{t.rich('closing.left', { left: <b className={styles.left}>{phrase(left, t)}</b> })}</span>
          {explained && (
            <>
              , <ClosingMoment event={event} />
            </>
          )}
        </p>
        {explained && <p>{t('closing.then')}</p>}
      </div>
      <output className="sr">{warning(left, t)}</output>
    </div>
  )
}

function ClosingMoment({ event: { closesAt, timeZone } }: { event: PublicEvent }) {
  const t = useText('apply')
  const locale = useLocale()
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const style = { weekday: 'short', month: 'short' } as const
  const there = formatMoment(closesAt, timeZone, locale, style)
  const here = formatMoment(closesAt, ownZone, locale, style)
  if (here === there) return t('closing.until', { when: there })
  return t('closing.untilBoth', { when: there, city: zoneCity(timeZone), here, hereCity: zoneCity(ownZone) })
}

/** Two figures, of which the smaller always has two digits, so that nothing moves while it ticks. */
function phrase({ days, hours, minutes, total }: TimeLeft, t: Text<'apply'>): string {
  const two = (value: number) => String(value).padStart(2, '0')
  if (days > 0) return t('closing.days', { count: days, hours: two(hours), minutes: two(minutes) })
  if (total >= hour) return t('closing.hours', { hours: String(hours), minutes: two(minutes) })
  return t('closing.minutes', { minutes: String(minutes), seconds: two(Math.floor(total / 1000) % 60) })
}

/** Said aloud a few times near the end, and not every second. */
function warning({ total }: TimeLeft, t: Text<'apply'>): string {
  const minutes = [1, 5, 10].find((some) => total <= some * 60_000)
  return minutes === undefined || total === 0 ? '' : t('closing.warning', { count: minutes })
}
