import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { Dialog, Icon } from '../../../../components/index.js'
import type { EventSummary } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { MoreLinks } from './more-links.js'
import type { NavItem } from './nav-items.js'
import styles from './tab-bar.module.css'

type Props = { items: NavItem[]; label: string; event?: EventSummary }

/** The navigation of a phone, under the thumb: four places, and the rest on a sheet. */
export function TabBar({ items, label, event }: Props) {
  const t = useText('console')
  const { pathname } = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  // Going somewhere closes the sheet: it belongs to the page it was opened on.
  const open = openAt === pathname
  const tabs = items.filter((item) => item.onPhone)
  const rest = items.filter((item) => !item.onPhone)
  const inRest = rest.some((item) => pathname.startsWith(item.to))
  return (
    <>
      <nav className={styles.bar} aria-label={label}>
        {tabs.map((item) => (
          <NavLink key={item.to} to={item.to} end={item.exact} className={styles.tab}>
            <Icon of={item.icon} />
            {t(item.short ?? item.label)}
          </NavLink>
        ))}
        <button
          type="button"
          className={styles.tab}
          onClick={() => setOpenAt(pathname)}
          aria-haspopup="dialog"
          data-current={inRest || undefined}
        >
          <Icon of={IconDots} />
          {t('nav.more')}
        </button>
      </nav>
      <Dialog open={open} onClose={() => setOpenAt(null)} title={event ? <bdi>{event.title}</bdi> : t('nav.more')}>
        <MoreLinks items={rest} event={event} />
      </Dialog>
    </>
  )
}
