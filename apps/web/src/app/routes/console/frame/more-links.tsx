import { IconCalendarEvent, IconExternalLink, IconLanguage, IconLogout, IconSwitchHorizontal, type TablerIcon } from '@tabler/icons-react'
import { Link, NavLink } from 'react-router'
import { Icon } from '../../../../components/index.js'
import type { EventSummary } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { paths } from '../../../paths.js'
import { useOpenSession } from '../signed-in.js'
import { useAccountActions } from './account-menu.js'
import styles from './more-links.module.css'
import type { NavItem } from './nav-items.js'

/** What does not fit into the bar of a phone. */
export function MoreLinks({ items, event }: { items: NavItem[]; event?: EventSummary }) {
  const t = useText('console')
  const { organization } = useMembership()
  const { memberships } = useOpenSession()
  const { language, signOut } = useAccountActions()
  const published = event && event.phase !== 'draft'
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.to}>
          <NavLink to={item.to} end={item.exact} className={styles.link}>
            <Icon of={item.icon} />
            {t(item.label)}
          </NavLink>
        </li>
      ))}
      {published && (
        <Elsewhere icon={IconExternalLink} href={paths.event(organization.slug, event.slug)}>
          {t('nav.publicPage')}
        </Elsewhere>
      )}
      {event && (
        <li>
          <Link to={paths.consoleOrganization(organization.slug)} className={styles.link}>
            <Icon of={IconCalendarEvent} />
            {t('nav.allEvents')}
          </Link>
        </li>
      )}
      {memberships.length > 1 && (
        <li>
          <Link to={paths.console()} className={styles.link}>
            <Icon of={IconSwitchHorizontal} />
            {t('nav.otherOrganization')}
          </Link>
        </li>
      )}
      <li>
        <button type="button" className={styles.link} onClick={language.change}>
          <Icon of={IconLanguage} />
          <span lang={language.other}>{language.name}</span>
        </button>
      </li>
      <li>
        <button type="button" className={styles.link} onClick={signOut}>
          <Icon of={IconLogout} />
          {t('nav.signOut')}
        </button>
      </li>
    </ul>
  )
}

const Elsewhere = ({ icon, href, children }: { icon: TablerIcon; href: string; children: string }) => (
  <li>
    <a href={href} className={styles.link} target="_blank" rel="noreferrer">
      <Icon of={icon} />
      {children}
    </a>
  </li>
)
