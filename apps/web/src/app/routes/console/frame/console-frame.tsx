import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { OrganizationMark } from '../../../../components/index.js'
import { TimeMachine } from '../../../../features/trial/index.js'
import { may } from '#permissions'
import type { EventSummary } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { paths } from '../../../paths.js'
import { AccountMenu } from './account-menu.js'
import styles from './console-frame.module.css'
import { EventSwitch } from './event-switch.js'
import { NavLinks } from './nav-links.js'
import { eventNav, organizationNav } from './nav-items.js'
import { TabBar } from './tab-bar.js'

type Props = { /** The event these pages are about, on its pages. */ event?: EventSummary; children: ReactNode }

/** What stands around every page of the console: navigation at the left of a desk and at the bottom of a phone. */
export function ConsoleFrame({ event, children }: Props) {
  const t = useText('console')
  const { organization, role, trial } = useMembership()
  const items = event ? eventNav(organization.slug, event, role) : organizationNav(organization.slug, role)
  const label = t(event ? 'nav.event' : 'nav.organization')
  const main = useArrival()
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <header className={styles.side}>
        <div className={styles.sideInner}>
          <OrganizationMark organization={organization} to={paths.consoleOrganization(organization.slug)} />
          {event ? <EventSwitch current={event} /> : <div className={styles.gap} />}
          <NavLinks items={items} label={label} />
          <AccountMenu />
        </div>
      </header>
      <div className={styles.content}>
        {trial && <TimeMachine event={event ?? null} mayJump={may(role, 'clock.move')} />}
        <main ref={main} id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <TabBar items={items} label={label} event={event} />
    </div>
  )
}

/** Where the visitor was last; the frame itself is built anew between the pages of an event and the others. */
let lastPage: string | null = null

/** A new page begins at its top, and a screen reader hears of it. Opening one entry of a list is no new page. */
function useArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const page = pathname.replace(/(\/applications)\/[^/]+$/, '$1')
  useEffect(() => {
    const moved = lastPage !== null && lastPage !== page
    lastPage = page
    if (!moved) return
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [page])
  return main
}
