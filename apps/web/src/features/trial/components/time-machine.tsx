import { IconChevronDown, IconClockPlay, IconMailbox } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Icon } from '../../../components/index.js'
import { Menu, MenuItem } from '../../../components/menu/menu.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Instant, TrialMomentKey } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatDay, formatMoment, formatTime } from '../../../lib/time.js'
import { useNow } from '../../../lib/use-now.js'
import { useJump, useTrialClock, useTrialMoments } from '../api.js'
import styles from './time-machine.module.css'

type Props = {
  /** The event whose moments can be jumped to, if one is open. */ event: { id: string; timeZone: string } | null
  mayJump: boolean
}

const mailboxPath = '/mailbox'

/** A trial's clock, quietly at the top: what time it is there, and the moments of this event to jump to. */
export function TimeMachine({ event, mayJump }: Props) {
  const t = useText('console')
  const clock = useTrialClock()
  const jump = useJump()
  const timeZone = event?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const busy = jump.isPending || clock.data?.busy === true
  useArrival(busy, clock.data?.now, timeZone)

  return (
    <aside className={styles.strip} aria-label={t('trial.label')}>
      <Icon of={IconClockPlay} />
      {clock.data && <TrialTime now={clock.data.now} timeZone={timeZone} />}
      {busy ? (
        <p className={styles.busy} role="status">
          <i aria-hidden="true" />
          <span>{t('trial.busy')}</span>
        </p>
      ) : (
        event &&
        mayJump && <JumpMenu eventId={event.id} timeZone={timeZone} onJump={(moment) => jump.mutate({ eventId: event.id, moment })} />
      )}
      {jump.isError && !busy && (
        <span className={styles.failed} role="alert">
          {t('trial.failed')}
        </span>
      )}
      <a className={styles.mailbox} href={mailboxPath} target="_blank" rel="noreferrer">
        <Icon of={IconMailbox} />
        <span>{t('trial.mailbox')}</span>
      </a>
    </aside>
  )
}

function TrialTime({ now, timeZone }: { now: Instant; timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  const current = new Date(useNow(now)).toISOString()
  return (
    <p className={styles.time}>
      <span className={styles.label}>{t('trial.clock')} </span>
      <time dateTime={current}>
        {formatDay(current, timeZone, locale, { weekday: 'short', month: 'short' })}, {formatTime(current, timeZone, locale)}
      </time>
    </p>
  )
}

function JumpMenu({ eventId, timeZone, onJump }: { eventId: string; timeZone: string; onJump: (moment: TrialMomentKey) => void }) {
  const t = useText('console')
  const locale = useLocale()
  const { data } = useTrialMoments(eventId)
  const ahead = data?.moments.filter((moment) => !moment.past) ?? []
  if (data && !ahead.length) return <p className={styles.none}>{t('trial.none')}</p>
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.jump}>
          {t('trial.jump')}
          <Icon of={IconChevronDown} />
        </button>
      }
    >
      {ahead.map((moment) => (
        <MenuItem key={moment.key} onSelect={() => onJump(moment.key)}>
          <span className={styles.moment}>
            <b>{t(`trial.moments.${moment.key}`)}</b>
            <span>{formatMoment(moment.at, timeZone, locale, { weekday: 'short', month: 'short' })}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}

/** When the jobs of a jump are done, everything on the page is fetched anew and the new time is said. */
function useArrival(busy: boolean, now: Instant | undefined, timeZone: string): void {
  const t = useText('console')
  const locale = useLocale()
  const client = useQueryClient()
  const say = useToast()
  const travelling = useRef(false)
  useEffect(() => {
    if (busy) {
      travelling.current = true
    } else if (travelling.current && now) {
      travelling.current = false
      say(t('trial.done', { time: formatMoment(now, timeZone, locale) }))
      void client.invalidateQueries()
    }
  }, [busy, now, timeZone, locale, client, say, t])
}
