import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Lifted, offsetOf, placeAfter } from './lift-order.js'

type Choices = {
  list: RefObject<HTMLOListElement | null>
  count: number
  onMove: (from: number, to: number) => void
  /** Tells who cannot see it what just happened to the row from this place. */
  onSay: (what: 'lifted' | 'over' | 'put' | 'back', from: number, to: number) => void
}
type Lift = Lifted & { by: 'keys' | 'pointer'; pulled: number }
/** Where a finger or mouse went down, measured on the page and not on the screen, which may scroll below it. */
type Hold = { index: number; y: number; clientY: number }

/** A press that goes no further than this is no pull. */
const slack = 4
/** So near to the edge of the screen the page comes along. */
const edge = 96

/**
 * Rows that are taken by their grip and put down elsewhere, by mouse, by finger, or by keys: space lifts and puts down, arrows move, Escape puts back. While one is
 * lifted the rows only look moved; the order changes when it is put down.
 */
export function useLift({ list, count, onMove, onSay }: Choices) {
  const [lift, show] = useState<Lift | null>(null)
  // What holds now: a quick hand puts down before the page has been drawn again.
  const now = useRef<Lift | null>(null)
  const setLift = (next: Lift | null) => {
    now.current = next
    show(next)
  }
  const hold = useRef<Hold | null>(null)
  const rows = () => [...(list.current?.children ?? [])] as HTMLElement[]
  const grip = (index: number) => rows()[index]?.querySelector<HTMLElement>('[data-grip]')

  /** All rows close as one is lifted and open again afterwards; the page is scrolled so that the grip stays where it is held. */
  const steadily = (before: number, after: number, change: () => void) => {
    const top = grip(before)?.getBoundingClientRect().top ?? 0
    flushSync(change)
    scrollBy({ top: (grip(after)?.getBoundingClientRect().top ?? top) - top, behavior: 'instant' })
  }
  const begin = (from: number, by: Lift['by']) => {
    steadily(from, from, () => setLift({ from, to: from, heights: [], by, pulled: 0 }))
    setLift({ from, to: from, heights: rows().map((row) => row.getBoundingClientRect().height), by, pulled: 0 })
    onSay('lifted', from, from)
  }
  const end = (puts: boolean) => {
    const held = now.current
    if (!held) return
    const { from } = held
    const to = puts ? held.to : from
    hold.current = null
    steadily(from, to, () => {
      setLift(null)
      if (to !== from) onMove(from, to)
    })
    grip(to)?.focus({ preventScroll: true })
    onSay(puts ? 'put' : 'back', from, to)
  }
  const step = (to: number) => {
    const held = now.current
    if (!held || to < 0 || to >= count || to === held.to) return
    flushSync(() => setLift({ ...held, to }))
    rows()[held.from]?.scrollIntoView({ block: 'nearest' })
    onSay('over', held.from, to)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const held = now.current
    if (!held) return
    const to = { ArrowUp: held.to - 1, ArrowDown: held.to + 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (to === undefined) end(false)
    else step(to)
  }
  /** Without a pointer's coordinates it was pressed by a key, or by what reads the page aloud. */
  const onClick = (event: { detail: number }, index: number) => {
    if (event.detail > 0) return
    if (now.current) end(true)
    else begin(index, 'keys')
  }

  const onPointerDown = (event: PointerEvent, index: number) => {
    if (event.button !== 0 || now.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    hold.current = { index, y: event.clientY + scrollY, clientY: event.clientY }
  }
  const onPointerMove = (event: PointerEvent) => {
    const held = hold.current
    if (!held) return
    held.clientY = event.clientY
    if (!now.current && Math.abs(event.clientY + scrollY - held.y) > slack) {
      const scrolled = scrollY
      begin(held.index, 'pointer')
      // The page may have been scrolled as the rows closed; the row is held where it was taken.
      held.y += scrollY - scrolled
    }
    pull()
  }
  const pull = () => {
    const held = hold.current
    if (!held) return
    const before = now.current
    if (before?.by !== 'pointer' || !before.heights.length) return
    const pulled = held.clientY + scrollY - held.y
    setLift({ ...before, pulled, to: placeAfter(before.heights, before.from, pulled) })
  }
  const onPointerUp = () => {
    if (now.current?.by === 'pointer') end(true)
    hold.current = null
  }

  const isPulled = lift?.by === 'pointer'
  useEffect(() => {
    if (!isPulled) return
    let frame = 0
    const look = () => {
      const y = hold.current?.clientY ?? innerHeight / 2
      const over = y < edge ? y - edge : y > innerHeight - edge ? y - innerHeight + edge : 0
      if (over) {
        scrollBy({ top: over / 6, behavior: 'instant' })
        pull()
      }
      frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [isPulled])

  return {
    lift,
    /** How far row `index` looks moved, in CSS pixels. */
    offset: (index: number) => (!lift ? 0 : index === lift.from && lift.by === 'pointer' ? lift.pulled : offsetOf(lift, index)),
    gripProps: (index: number) => ({
      'data-grip': true,
      'aria-pressed': lift?.from === index,
      onKeyDown,
      onClick: (event: { detail: number }) => onClick(event, index),
      onPointerDown: (event: PointerEvent) => onPointerDown(event, index),
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => now.current?.by === 'pointer' && end(false),
      onBlur: () => now.current?.by === 'keys' && end(true),
    }),
  }
}
