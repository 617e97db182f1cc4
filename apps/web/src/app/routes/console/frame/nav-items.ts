import {
  IconActivity,
  IconCalendarEvent,
  IconDoor,
  IconFriends,
  IconListCheck,
  IconMail,
  IconMessageCircle,
  IconPencil,
  IconReport,
  IconStars,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconTicket,
  IconUserHeart,
  type TablerIcon,
} from '@tabler/icons-react'
import { may, type Verb } from '#permissions'
import type { EventSummary, Role } from '../../../../lib/api/types.js'
import type { KeyOf } from '../../../../lib/i18n/index.js'
import { paths } from '../../../paths.js'

export type NavItem = {
  to: string
  label: KeyOf<'console'>
  /** A shorter word for the bar of a phone. */
  short?: KeyOf<'console'>
  icon: TablerIcon
  verb: Verb
  /** Only at exactly this address, not below it. */
  exact?: boolean
  count?: number
  /** Stands in the bar of a phone; the rest waits under "More". */
  onPhone?: boolean
}

const allowed = (items: NavItem[], role: Role) => items.filter((item) => may(role, item.verb))

export function organizationNav(organization: string, role: Role): NavItem[] {
  const page = (name: string) => `${paths.consoleOrganization(organization)}/${name}`
  return allowed(
    [
      {
        to: paths.consoleOrganization(organization),
        exact: true,
        label: 'nav.events',
        icon: IconCalendarEvent,
        verb: 'events.see',
        onPhone: true,
      },
      { to: page('hosts'), label: 'nav.hosts', icon: IconUserHeart, verb: 'hosts.see', onPhone: true },
      { to: page('team'), label: 'nav.team', icon: IconFriends, verb: 'members.see', onPhone: true },
      { to: page('settings'), label: 'nav.settings', icon: IconSettings, verb: 'organization.change', onPhone: true },
    ],
    role,
  )
}

export function eventNav(organization: string, event: EventSummary, role: Role): NavItem[] {
  const page = (name: string) => paths.consoleEventPage(organization, event.id, name)
  return allowed(
    [
      {
        to: paths.consoleEvent(organization, event.id),
        exact: true,
        label: 'nav.timeline',
        icon: IconRoute,
        verb: 'insights.see',
        onPhone: true,
      },
      {
        to: page('applications'),
        label: 'nav.applications',
        short: 'nav.people',
        icon: IconTicket,
        verb: 'applications.see',
        count: event.applications,
        onPhone: true,
      },
      { to: page('live'), label: 'nav.live', icon: IconActivity, verb: 'applications.see' },
      ...(event.reviewUntil === null
        ? []
        : [
            {
              to: page('review'),
              label: 'nav.review' as const,
              icon: IconStars,
              verb: 'reviews.write' as const,
              onPhone: role === 'reviewer',
            },
          ]),
      { to: page('draw'), label: 'nav.draw', icon: IconShieldCheck, verb: 'events.see', onPhone: true },
      { to: page('invitations'), label: 'nav.invitations', icon: IconMail, verb: 'invitations.see' },
      { to: page('agenda'), label: 'nav.agenda', icon: IconListCheck, verb: 'events.see' },
      { to: page('messages'), label: 'nav.messages', icon: IconMessageCircle, verb: 'messages.see' },
      { to: page('day'), label: 'nav.day', icon: IconDoor, verb: 'door.work', onPhone: true },
      { to: page('results'), label: 'nav.results', icon: IconReport, verb: 'survey.see' },
      { to: page('edit'), label: 'nav.edit', icon: IconPencil, verb: 'events.edit' },
    ],
    role,
  )
}
