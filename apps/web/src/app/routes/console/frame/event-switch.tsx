import { IconCalendarEvent, IconChevronDown } from '@tabler/icons-react'
import { Icon } from '../../../../components/index.js'
import { Menu, MenuItem, MenuLine } from '../../../../components/menu/menu.js'
import { useEvents } from '../../../../features/events/index.js'
import type { EventSummary } from '../../../../lib/api/types.js'
import { useLocale, useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { formatDay } from '../../../../lib/time.js'
import { paths } from '../../../paths.js'
import styles from './event-switch.module.css'

/** Which event this is, and the way to the others. */
export function EventSwitch({ current }: { current: EventSummary }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const others = useEvents(organization.slug).data?.filter(({ id }) => id !== current.id) ?? []
  const facts = (event: EventSummary) => {
    const seats = t('state.seats', { count: event.capacity })
    return event.startsAt
      ? t('state.dateSeats', { date: formatDay(event.startsAt, event.timeZone, locale, { weekday: 'none', month: 'short' }), seats })
      : seats
  }
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.which}>
          <span>
            <span className="sr">{t('nav.switchEvent')} </span>
            <b>
              <bdi>{current.title}</bdi>
            </b>
            <small>{facts(current)}</small>
          </span>
          <Icon of={IconChevronDown} />
        </button>
      }
    >
      {others.slice(0, 8).map((event) => (
        <MenuItem key={event.id} to={paths.consoleEvent(organization.slug, event.id)}>
          <span className={styles.other}>
            <b>
              <bdi>{event.title}</bdi>
            </b>
            <small>
              {t(`phase.${event.phase}`)}, {facts(event)}
            </small>
          </span>
        </MenuItem>
      ))}
      {others.length > 0 && <MenuLine />}
      <MenuItem icon={IconCalendarEvent} to={paths.consoleOrganization(organization.slug)}>
        {t('nav.allEvents')}
      </MenuItem>
    </Menu>
  )
}
