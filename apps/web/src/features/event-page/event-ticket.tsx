import type { ReactNode } from 'react'
import { paths } from '../../app/paths.js'
import { BoxStamp, ButtonLink, Ticket, TicketLabel } from '../../components/index.js'
import type { Instant, PublicEvent } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay, formatMoment, formatTime, isSameDay, zoneCity } from '../../lib/time.js'
import styles from './event-ticket.module.css'
import { TimeLeft } from '../event-parts/index.js'

/** When, where, how long still, and the one thing to do. */
export function EventTicket({ event, preview }: { event: PublicEvent; preview: boolean }) {
  const t = useText('event')
  return (
    <Ticket
      label={t('ticket.label')}
      stubAt="turning"
      className={styles.ticket}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      stub={<Stub event={event} preview={preview} />}
    >
      <When event={event} />
      <Fact
        label={t('ticket.where')}
        value={[event.venue.name, event.venue.city].filter(Boolean).join(', ')}
        detail={event.venue.address}
      />
      <PhaseFact event={event} />
      {event.phase === 'cancelled' && <BoxStamp word={t('ticket.cancelled')} big turn={-7} className={styles.cancelled} />}
    </Ticket>
  )
}

function Fact({ label, value, detail }: { label: ReactNode; value: ReactNode; detail?: ReactNode }) {
  return (
    <div className={styles.fact}>
      <TicketLabel>{label}</TicketLabel>
      <span className={styles.value}>{value}</span>
      {detail && <span className={`small soft ${styles.detail}`}>{detail}</span>}
    </div>
  )
}

/** The only place on the page that names the zone; every other time is meant in it. */
function When({ event: { startsAt, endsAt, timeZone } }: { event: PublicEvent }) {
  const t = useText('event')
  const locale = useLocale()
  const hours = (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 3_600_000
  const severalDays = !isSameDay(startsAt, endsAt, timeZone) && hours > 14
  const times = { from: formatTime(startsAt, timeZone, locale), to: formatTime(endsAt, timeZone, locale), city: zoneCity(timeZone) }
  return (
    <Fact
      label={t('ticket.when')}
      value={
        severalDays
          ? t('ticket.days', { from: formatDay(startsAt, timeZone, locale), to: formatDay(endsAt, timeZone, locale, { year: true }) })
          : formatDay(startsAt, timeZone, locale, { year: true })
      }
      detail={t('ticket.times', times)}
    />
  )
}

function PhaseFact({ event }: { event: PublicEvent }) {
  const t = useText('event')
  const locale = useLocale()
  const { phase, now, opensAt, closesAt, timeZone, draw } = event
  const moment = (instant: Instant) => formatMoment(instant, timeZone, locale, { weekday: 'short' })
  const roundTime = draw.roundTime && moment(draw.roundTime)
  switch (phase) {
    case 'draft':
    case 'announced':
      return <Fact label={t('ticket.opensIn')} value={<TimeLeft until={opensAt} now={now} />} detail={moment(opensAt)} />
    case 'open':
      return (
        <Fact
          label={t('ticket.left')}
          value={<TimeLeft until={closesAt} now={now} />}
          detail={t('ticket.until', { when: moment(closesAt) })}
        />
      )
    case 'closed':
      return draw.roundTime ? (
        <Fact label={t('ticket.drawIn')} value={<TimeLeft until={draw.roundTime} now={now} />} detail={roundTime} />
      ) : (
        <Fact label={t('ticket.draw')} value={t('ticket.sealing')} detail={t('ticket.sealingDetail')} />
      )
    case 'cancelled':
      return null
    case 'drawn':
    case 'live':
    case 'wrapped':
    case 'archived':
      return (
        <Fact
          label={t('ticket.drawn')}
          value={roundTime ?? t('phase.drawn')}
          detail={draw.applications === null ? undefined : t('ticket.tickets', { count: draw.applications })}
        />
      )
  }
}

function Stub({ event, preview }: { event: PublicEvent; preview: boolean }) {
  const t = useText('event')
  const { phase, organization, slug, capacity, draw } = event
  const target =
    phase === 'open'
      ? paths.apply(organization.slug, slug)
      : draw.state !== 'none' && phase !== 'cancelled'
        ? paths.draw(organization.slug, slug)
        : null
  return (
    <>
      <p>
        <TicketLabel>{t(phase === 'cancelled' ? 'ticket.noSeats' : 'ticket.seats', { count: capacity })}</TicketLabel>
        {phase !== 'cancelled' && (
          <span className="mono soft" aria-hidden="true">
            {t('ticket.noNumber')}
          </span>
        )}
      </p>
      {target && !preview && (
        <ButtonLink to={target} className={phase === 'open' ? styles.apply : undefined}>
          {t(phase === 'open' ? 'apply' : draw.state === 'drawn' ? 'seeDraw' : 'followDraw')}
        </ButtonLink>
      )}
    </>
  )
}
