import type { ReactNode } from 'react'
import type { AgendaItem } from '../../lib/api/types.js'
import { useLocale } from '../../lib/i18n/index.js'
import { formatDay, formatTime, isSameDay } from '../../lib/time.js'
import { PersonName } from '../person/person-name.js'
import styles from './agenda-list.module.css'

type Props = {
  items: readonly AgendaItem[]
  timeZone: string /** The day all of it is on; items of another day say theirs. */
  startsAt: string
}

export function AgendaList({ items, timeZone, startsAt }: Props) {
  const locale = useLocale()
  return (
    <ol className={styles.agenda}>
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.startsAt}>
            {formatTime(item.startsAt, timeZone, locale)}
            {!isSameDay(item.startsAt, startsAt, timeZone) && (
              <small>{formatDay(item.startsAt, timeZone, locale, { weekday: 'short', month: 'short' })}</small>
            )}
          </time>
          <div>
            <strong>{item.title}</strong>
            <AgendaDetail item={item} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function AgendaDetail({ item }: { item: AgendaItem }) {
  const who: ReactNode[] = []
  if (item.speaker) who.push(<PersonName key="speaker">{item.speaker}</PersonName>)
  if (item.place) who.push(<span key="place">{item.place}</span>)
  if (!who.length && !item.note) return null
  return (
    <p>
      {who.map((part, index) => (
        <span key={index}>
          {index > 0 && ' '}
          {part}
          {index < who.length - 1 && '\u00a0·'}
        </span>
      ))}
      {who.length > 0 && item.note && <br />}
      {item.note}
    </p>
  )
}
