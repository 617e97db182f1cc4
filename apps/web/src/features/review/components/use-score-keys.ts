import { type RefObject, useEffect, useRef } from 'react'

const points = /^[1-5]$/

/** The keys 1 to 5 give points, to the criterion that has the focus or the first without any; never while somebody writes. */
export function useScoreKeys(form: RefObject<HTMLFormElement | null>, give: (value: number, focused: string | undefined) => void): void {
  const latest = useRef(give)
  useEffect(() => {
    latest.current = give
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.ctrlKey || event.metaKey || event.altKey || !form.current) return
      if (target?.closest('textarea, select, dialog, input:not([type="radio"]), [contenteditable="true"]')) return
      if (points.test(event.key)) latest.current(Number(event.key), target?.closest<HTMLElement>('[data-field]')?.dataset.field)
      else if (event.key === 'Enter' && !target?.closest('button, a')) form.current.requestSubmit()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [form])
}
