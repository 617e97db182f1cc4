import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ApplicationRow as Row, Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useCurrentEvent } from '../../events/index.js'
import { ApplicationRow } from './application-row.js'
import styles from './application-rows.module.css'
import { columnName } from './column-name.js'
import type { Choice } from './use-choice.js'
import { useListKeys } from './use-list-keys.js'

type Props = {
  rows: readonly Row[]
  columns: readonly string[]
  questions: readonly Question[]
  selected: string | undefined
  choice: Choice
  search: RefObject<HTMLDivElement | null>
  /** What is shown is of the filter before, because the new one is on its way. */
  old: boolean
  onEnd: () => void
}

const usualHeight = 61

/** The people of the list, however many: only those in sight are in the page, and the next come before the end is reached. */
export function ApplicationRows({ rows, columns, questions, selected, choice, search, old, onEnd }: Props) {
  const t = useText('console')
  const event = useCurrentEvent()
  const box = useRef<HTMLUListElement>(null)
  const margin = useTop(box)
  // oxlint-disable-next-line react/incompatible-library -- it is used in this component only and nothing of it is memoized
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: 10,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 15) onEnd()
  }, [last, rows.length, onEnd])
  useListKeys({ box, rows, selected, search, choice, show: (index) => virtual.scrollToIndex(index, { align: 'auto' }) })
  return (
    <>
      <ColumnNames columns={columns} questions={questions} compact={selected !== undefined} />
      <ul
        ref={box}
        className={styles.rows}
        aria-label={t('applications.heading')}
        data-old={old || undefined}
        style={{ height: virtual.getTotalSize() }}
      >
        {shown.map(({ index, start, key }) => {
          const application = rows[index]
          return (
            application && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={-1}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start - margin}px)` }}
              >
                <ApplicationRow
                  application={application}
                  columns={columns}
                  questions={questions}
                  current={application.id === selected}
                  compact={selected !== undefined}
                  chosen={choice.has(application.id)}
                  onChoose={(chosen) => choice.set(application.id, chosen)}
                  timeZone={event.timeZone}
                />
              </li>
            )
          )
        })}
      </ul>
    </>
  )
}

/** How far down the page the list begins; filters above it come and go. */
function useTop(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop(box.current ? Math.round(box.current.getBoundingClientRect().top + scrollY) : 0)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [box])
  return top
}

/** For the eye; each row says its own for the ear. */
function ColumnNames({ columns, questions, compact }: Pick<Props, 'columns' | 'questions'> & { compact: boolean }) {
  const t = useText('console')
  return (
    <div
      className={styles.names}
      data-compact={compact || undefined}
      aria-hidden="true"
      style={{ '--columns': columns.length } as CSSProperties}
    >
      <span />
      <span>{t('applications.name')}</span>
      {columns.map((column) => (
        <span key={column} className={styles.name} title={columnName(column, questions, t)}>
          {columnName(column, questions, t)}
        </span>
      ))}
      <span>{t('applications.state')}</span>
    </div>
  )
}
