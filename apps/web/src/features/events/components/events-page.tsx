import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { may } from '#permissions'
import { Button, EmptyState, Loaded, PageHead } from '../../../components/index.js'
import type { EventSummary } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useEvents } from '../api.js'
import styles from './events-page.module.css'
import { EventRow } from './event-row.js'
import { NewEventDialog } from './new-event-dialog.js'

/** All events of the organization: what is to come first, what lies behind below. */
export function EventsPage() {
  const t = useText('console')
  const { organization, role } = useMembership()
  const events = useEvents(organization.slug)
  const [making, setMaking] = useState(false)
  const mayMake = may(role, 'events.edit')
  const make = (
    <Button icon={IconPlus} onClick={() => setMaking(true)}>
      {t('nav.newEvent')}
    </Button>
  )
  return (
    <>
      <PageHead heading={t('events.heading')} actions={mayMake && Boolean(events.data?.length) && make} />
      <Loaded of={events}>
        {(items) =>
          items.length ? (
            <EventGroups events={items} />
          ) : (
            <div className={styles.empty}>
              <EmptyState as="h2" title={t(mayMake ? 'events.empty' : 'events.emptyDoor')} action={mayMake && make}>
                {t(mayMake ? 'events.emptyText' : 'events.emptyDoorText')}
              </EmptyState>
            </div>
          )
        }
      </Loaded>
      <NewEventDialog open={making} onClose={() => setMaking(false)} />
    </>
  )
}

const isPast = ({ phase }: EventSummary) => phase === 'wrapped' || phase === 'archived' || phase === 'cancelled'

/** Drafts may have no date yet; they come last among what is to come. */
const starts = ({ startsAt }: EventSummary) => (startsAt ? new Date(startsAt).getTime() : Number.POSITIVE_INFINITY)

function EventGroups({ events }: { events: EventSummary[] }) {
  const t = useText('console')
  const upcoming = events.filter((event) => !isPast(event)).sort((one, other) => starts(one) - starts(other))
  const past = events.filter(isPast).sort((one, other) => starts(other) - starts(one))
  return (
    <>
      <EventList title={t('events.upcoming')} events={upcoming} />
      <EventList title={t('events.past')} events={past} />
    </>
  )
}

function EventList({ title, events }: { title: string; events: EventSummary[] }) {
  if (!events.length) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {events.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
    </section>
  )
}
