import { NavLink } from 'react-router'
import { Icon } from '../../../../components/index.js'
import { formatNumber, useText } from '../../../../lib/i18n/index.js'
import type { NavItem } from './nav-items.js'
import styles from './nav-links.module.css'

export function NavLinks({ items, label }: { items: NavItem[]; label: string }) {
  const t = useText('console')
  return (
    <nav className={styles.nav} aria-label={label}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.exact} className={styles.link} title={t(item.label)}>
          <Icon of={item.icon} />
          <span className={styles.word}>{t(item.label)}</span>
          {Boolean(item.count) && <span className={styles.count}>{formatNumber(item.count ?? 0)}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
