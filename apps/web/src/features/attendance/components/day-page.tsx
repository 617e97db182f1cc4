import { IconCheck, IconCopy, IconDoor } from '@tabler/icons-react'
import { useState } from 'react'
import { paths } from '../../../app/paths.js'
import {
  Button,
  ButtonLink,
  EmptyState,
  Loaded,
  PageHead,
  PersonName,
  ProgressBar,
  SearchInput,
  StateMark,
  Ticket,
} from '../../../components/index.js'
import type { Attendee, DoorState } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatTime } from '../../../lib/time.js'
import { useCopy } from '../../../lib/use-copy.js'
import { useDebounced } from '../../../lib/use-debounced.js'
import { useCurrentEvent } from '../../events/index.js'
import { HandleName } from '../../questions/index.js'
import { useAttendees, useDoor } from '../api.js'
import styles from './day-page.module.css'

/** The day itself: the way to the door, and who is in. */
export function DayPage() {
  const t = useText('console')
  const event = useCurrentEvent()
  const { organization } = useMembership()
  return (
    <div className={styles.page}>
      <PageHead title={t('day.title', { event: event.title })} heading={t('day.heading')} />
      <Loaded of={useDoor(organization.slug, event.id)}>{(door) => <Day door={door} />}</Loaded>
    </div>
  )
}

function Day({ door }: { door: DoorState }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const address = `${location.origin}${paths.door(organization.slug, event.id)}`
  return (
    <>
      <Ticket
        stubAt="turning"
        className={styles.ticket}
        mainClassName={styles.main}
        stubClassName={styles.stub}
        label={t('day.door')}
        stub={
          <ButtonLink icon={IconDoor} external to={paths.door(organization.slug, event.id)}>
            {t('day.door')}
          </ButtonLink>
        }
      >
        <h2>
          {door.checkedIn > 0
            ? t('day.checkedIn', { checkedIn: door.checkedIn, expected: door.expected })
            : t('day.expected', { count: door.expected })}
        </h2>
        {door.checkedIn > 0 && (
          <div className={styles.progress}>
            <ProgressBar
              value={door.checkedIn / Math.max(1, door.expected)}
              label={t('day.checkedIn', { checkedIn: door.checkedIn, expected: door.expected })}
            />
          </div>
        )}
        <p>{t('day.doorText')}</p>
      </Ticket>
      <DoorAddress address={address} />
      <Guests />
    </>
  )
}

function DoorAddress({ address }: { address: string }) {
  const t = useText('console')
  const { copied, copy } = useCopy(address)
  return (
    <div className={styles.address}>
      <span>
        {t('day.doorElse')}: <bdi>{address}</bdi>
      </span>
      <Button variant="text" size="small" icon={copied ? IconCheck : IconCopy} onClick={copy}>
        {t(copied ? 'state.copied' : 'state.copy')}
      </Button>
    </div>
  )
}

function Guests() {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const [search, setSearch] = useState('')
  const settled = useDebounced(search.trim())
  const query = useAttendees(organization.slug, event.id, settled)
  return (
    <section className={styles.guests} aria-labelledby="guests">
      <header>
        <h2 id="guests">{t('day.who')}</h2>
        {(settled || Boolean(query.data?.length)) && <SearchInput label={t('day.search')} value={search} onChange={setSearch} />}
      </header>
      <Loaded of={query}>
        {(guests) =>
          guests.length ? (
            <ul className={styles.rows}>
              {guests.map((guest) => (
                <Guest key={guest.applicationId} guest={guest} timeZone={event.timeZone} />
              ))}
            </ul>
          ) : settled ? (
            <p className="soft">{t('day.noneFound', { search: settled })}</p>
          ) : (
            <EmptyState title={t('day.none')}>{t('day.noneText')}</EmptyState>
          )
        }
      </Loaded>
    </section>
  )
}

function Guest({ guest, timeZone }: { guest: Attendee; timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <li>
      <div>
        <b>
          <PersonName>{guest.name}</PersonName>
        </b>
        {guest.handle && (
          <small>
            <HandleName handle={guest.handle} />
          </small>
        )}
      </div>
      <span className="mono">{guest.ticketNumber}</span>
      {guest.checkedInAt ? (
        <StateMark tint="done" icon={IconCheck}>
          {t('day.in', { time: formatTime(guest.checkedInAt, timeZone, locale) })}
        </StateMark>
      ) : (
        <StateMark>{t('day.notIn')}</StateMark>
      )}
    </li>
  )
}
