import { IconClock, IconHandFinger } from '@tabler/icons-react'
import { Icon, PersonName, Timeline, TimelineItem } from '../../../components/index.js'
import type { EventHome, Instant, TimelineMoment } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { numberOf } from '../headline.js'
import { ActionTicket } from './action-ticket.js'
import styles from './event-timeline.module.css'
import { MomentTime } from './moment-time.js'

type Props = { home: EventHome; now: Instant }

/** Every moment of the event in order, with the one action as a ticket where it belongs. */
export function EventTimeline({ home, now }: Props) {
  const t = useText('console')
  return (
    <Timeline label={t('home.timeline')}>
      {home.timeline.map((moment, index) => (
        <Moment key={`${moment.key}-${index}`} moment={moment} home={home} now={now} />
      ))}
    </Timeline>
  )
}

function Moment({ moment, home, now }: Props & { moment: TimelineMoment }) {
  const t = useText('console')
  const locale = useLocale()
  const current = moment.state === 'now'
  const standsBetween = moment.key === 'now'
  return (
    <TimelineItem
      layout="row"
      state={moment.state}
      when={
        moment.at ? (
          <MomentTime at={moment.at} now={now} timeZone={home.event.timeZone} locale={locale} done={moment.state === 'done'} />
        ) : (
          t('home.nowWord')
        )
      }
      title={standsBetween ? t('home.yourTurn') : titleOf(moment, t)}
      aside={!standsBetween && <By moment={moment} />}
    >
      {current && home.action && <ActionTicket action={home.action} event={home.event} />}
    </TimelineItem>
  )
}

function titleOf({ key, state, values }: TimelineMoment, t: ReturnType<typeof useText<'console'>>): string {
  const count = numberOf(values, 'count')
  const past = `home.moment.${key}Done`
  if (state === 'done' && t.has(past)) return t(past, { count })
  const ahead = `home.moment.${key}`
  return t.has(ahead) ? t(ahead, { count }) : key
}

/** Who acts: the clock, or a person. */
function By({ moment: { by, actor } }: { moment: TimelineMoment }) {
  const t = useText('console')
  const itself = by === 'self'
  return (
    <span className={itself ? styles.by : `${styles.by} ${styles.hand}`}>
      <Icon of={itself ? IconClock : IconHandFinger} />
      {actor ? <PersonName>{actor}</PersonName> : t(`home.by.${by}`)}
    </span>
  )
}
