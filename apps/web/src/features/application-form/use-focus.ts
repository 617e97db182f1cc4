import { useEffect, useRef } from 'react'

/** What went wrong stands at the end of the form, where the bar with the button would cover it. */
export function useIntoView(problem: unknown) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) notice.current?.scrollIntoView({ block: 'center' })
  }, [problem])
  return notice
}

/** A new step begins at its title, for the eye and for a screen reader; the first one is left alone. */
export function useFocusOn(step: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [step])
  return heading
}
