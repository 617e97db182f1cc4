import { Fragment } from 'react'
import type { Instant } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { timeLeft } from '../../lib/time.js'
import { useNow } from '../../lib/use-now.js'
import styles from './time-left.module.css'

type Props = { until: Instant; now: Instant }

/** "2 days 05 hours 20 min", ticking by the server's clock; the last hour in seconds. */
export function TimeLeft({ until, now }: Props) {
  const t = useText('event')
  const soon = new Date(until).getTime() - new Date(now).getTime() < 3_660_000
  const left = timeLeft(until, useNow(now, soon ? 1000 : 10_000))
  const two = (figure: number) => String(figure).padStart(2, '0')

  const parts =
    left.days > 0
      ? [
          [String(left.days), t('count.days', { count: left.days })],
          [two(left.hours), t('count.hours', { count: left.hours })],
          [two(left.minutes), t('count.minutes')],
        ]
      : left.total >= 3_600_000
        ? [
            [String(left.hours), t('count.hours', { count: left.hours })],
            [two(left.minutes), t('count.minutes')],
          ]
        : [
            [String(left.minutes), t('count.minutes')],
            [two(Math.floor(left.total / 1000) % 60), t('count.seconds')],
          ]

  return (
    <span className={styles.count} role="timer">
      {parts.map(([figure, unit]) => (
        <Fragment key={unit}>
          <b>{figure}</b>
          <span>{unit}</span>
        </Fragment>
      ))}
    </span>
  )
}

/** The same in one phrase: "2 days, 5 hours left". */
export function TimeLeftPhrase({ until, now }: Props) {
  const t = useText('event')
  const left = timeLeft(until, useNow(now))
  const days = t('phrase.days', { count: left.days })
  const hours = t('phrase.hours', { count: left.hours })
  const minutes = t('phrase.minutes', { count: left.minutes })
  const what = left.days > 0 ? (left.hours > 0 ? `${days}, ${hours}` : days) : left.hours > 0 ? `${hours}, ${minutes}` : minutes
  return <>{t('phrase.left', { what })}</>
}
