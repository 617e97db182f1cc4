import type { TablerIcon } from '@tabler/icons-react'
import styles from './icon.module.css'

type Props = { of: TablerIcon; size?: 'text' | 'large'; className?: string }

/** A line icon at the size of the words beside it. It is always decoration: the word says what it means. */
export function Icon({ of: Drawing, size = 'text', className }: Props) {
  return <Drawing className={[styles[size], className].filter(Boolean).join(' ')} stroke={1.75} aria-hidden focusable={false} />
}
