import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from '../class-names.js'
import { Icon } from '../icon/icon.js'
import styles from './button.module.css'

type Look = {
  /** One `primary` per view; `text` is a button that looks like a link. */
  variant?: 'primary' | 'quiet' | 'danger' | 'text'
  size?: 'main' | 'small'
  icon?: TablerIcon
  /** An icon after the words: where this leads. */
  iconAfter?: TablerIcon
  children: ReactNode
  className?: string
}

const lookOf = ({ variant = 'primary', size = 'main', className }: Look) =>
  classNames(styles.button, styles[variant], size === 'small' && styles.small, className)

function Content({ icon, iconAfter, children }: Pick<Look, 'icon' | 'iconAfter' | 'children'>) {
  return (
    <>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon of={iconAfter} />}
    </>
  )
}

type ButtonProps = Look &
  ComponentProps<'button'> & { /** While true the button keeps its focus and refuses a second press. */ busy?: boolean }

export function Button({
  variant,
  size,
  icon,
  iconAfter,
  children,
  className,
  busy = false,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy && type === 'submit' ? 'button' : type}
      className={lookOf({ variant, size, children, className })}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : null}
      <Content icon={busy ? undefined : icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </button>
  )
}

type ButtonLinkProps = Look & { to: string /** A file or another site: the browser goes there itself. */; external?: boolean } & Omit<
    ComponentProps<'a'>,
    'href'
  >

/** A link that looks like a button, because it is the one thing to do. */
export function ButtonLink({ variant, size, icon, iconAfter, children, className, to, external = false, ...rest }: ButtonLinkProps) {
  const look = lookOf({ variant, size, children, className })
  const content = (
    <Content icon={icon} iconAfter={iconAfter}>
      {children}
    </Content>
  )
  return external ? (
    <a {...rest} href={to} className={look}>
      {content}
    </a>
  ) : (
    <Link {...rest} to={to} className={look}>
      {content}
    </Link>
  )
}
