import { classNames } from '../class-names.js'
import styles from './avatar.module.css'

type Props = {
  name: string
  photo?: { small: string; medium: string } | null
  size?: 'small' | 'middle' | 'large'
}

/** A face; without a photo the first letter, whatever script it is in. The name stands beside it, so it says nothing itself. */
export function Avatar({ name, photo, size = 'middle' }: Props) {
  return (
    <span className={classNames(styles.avatar, styles[size])} aria-hidden="true">
      {photo ? <img src={size === 'small' ? photo.small : photo.medium} alt="" decoding="async" /> : firstLetter(name)}
    </span>
  )
}

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? ''
}
