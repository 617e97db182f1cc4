import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from '../class-names.js'
import { Icon } from '../icon/icon.js'
import styles from './menu.module.css'

type Props = { /** The button that opens it. */ trigger: ReactElement; align?: 'start' | 'end'; children: ReactNode }

export function Menu({ trigger, align = 'end', children }: Props) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} align={align} sideOffset={6}>
          <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

type ItemProps = { icon?: TablerIcon; danger?: boolean; children: ReactNode } & ({ onSelect: () => void } | { to: string })

export function MenuItem({ icon, danger = false, children, ...what }: ItemProps) {
  const className = classNames(styles.item, danger && styles.danger)
  const content = (
    <>
      {icon && <Icon of={icon} />}
      {children}
    </>
  )
  return 'to' in what ? (
    <BaseMenu.Item className={className} render={<Link to={what.to} />}>
      {content}
    </BaseMenu.Item>
  ) : (
    <BaseMenu.Item className={className} onClick={what.onSelect}>
      {content}
    </BaseMenu.Item>
  )
}

export const MenuLine = () => <BaseMenu.Separator className={styles.line} />
