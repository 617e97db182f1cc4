import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import type { ApplicationRow } from '../../../lib/api/types.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import type { Choice } from './use-choice.js'

type Keys = {
  box: RefObject<HTMLElement | null>
  rows: readonly ApplicationRow[]
  selected: string | undefined
  search: RefObject<HTMLElement | null>
  choice: Choice
  /** Brings a row into sight. */
  show: (index: number) => void
}

/** The list by keyboard: arrows or j and k move, Enter opens (the row is a link), x chooses, a slash searches, Escape closes. */
export function useListKeys({ box, rows, selected, search, choice, show }: Keys): void {
  const navigate = useNavigate()
  const { search: query } = useLocation()
  const { organization } = useMembership()
  const event = useCurrentEvent()

  const focusRow = (index: number, patience = 10): void => {
    const row = rows[index]
    if (!row) return
    const link = box.current?.querySelector<HTMLElement>(`[data-application="${row.id}"]`)
    if (link) link.focus()
    // Not in the page yet: it is drawn once it has been scrolled to.
    else if (patience > 0) {
      show(index)
      requestAnimationFrame(() => focusRow(index, patience - 1))
    }
  }
  const close = (): void => {
    void navigate({ pathname: paths.consoleEventPage(organization.slug, event.id, 'applications'), search: query })
    focusRow(rows.findIndex(({ id }) => id === selected))
  }
  const choose = (at: number): void => {
    const row = rows[at]
    if (row) choice.set(row.id, !choice.has(row.id))
  }
  const onKey = useEffectEvent((key: KeyboardEvent) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented || document.querySelector('dialog[open]')) return
    const within = placeOf(key.target, box.current)
    if (key.key === 'Escape' && selected !== undefined && within !== 'field') return close()
    if (within === 'field' || within === 'elsewhere') return
    const act = actOf(key.key, within === 'list')
    if (!act) return
    key.preventDefault()
    const at = rows.findIndex(({ id }) => id === focusedId())
    if (act === 'search') search.current?.querySelector('input')?.focus()
    else if (act === 'choose') choose(at)
    else
      focusRow(
        at < 0
          ? Math.max(
              0,
              rows.findIndex(({ id }) => id === selected),
            )
          : at + (act === 'next' ? 1 : -1),
      )
  })
  useEffect(() => {
    const listener = (key: KeyboardEvent) => onKey(key)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}

type Act = 'next' | 'previous' | 'choose' | 'search'

/** Arrows scroll the page unless the list has the focus; letters are ours wherever nobody writes. */
function actOf(key: string, inList: boolean): Act | undefined {
  if (key === 'j' || (key === 'ArrowDown' && inList)) return 'next'
  if (key === 'k' || (key === 'ArrowUp' && inList)) return 'previous'
  if (key === 'x' && inList) return 'choose'
  return key === '/' ? 'search' : undefined
}

/** Where a key was pressed: in the list, where somebody writes or picks, on the page itself, or at another control. */
function placeOf(target: EventTarget | null, list: HTMLElement | null): 'list' | 'field' | 'page' | 'elsewhere' {
  if (!(target instanceof Element)) return 'page'
  if (target.matches('textarea, select, input:not([type="checkbox"]), [contenteditable]')) return 'field'
  if (list?.contains(target)) return 'list'
  return target === document.body || target.closest('main') ? 'page' : 'elsewhere'
}

const focusedId = (): string | undefined =>
  document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-application]')?.dataset.application
