import { useCallback, useEffect, useRef, useState } from 'react'

export type Resource<T> = {
  data: T | null
  error: unknown
  /** Fetches again in the background; what is shown stays until the answer is there. */
  reload: () => Promise<void>
  /** Puts a newer answer in place, for example the one of a POST. */
  set: (data: T) => void
}

/**
 * One thing a public page shows: from the page data if the server sent it, fetched otherwise. The console has a query cache; a page that is opened
 * once from a link on a phone does not need to carry one.
 */
export function useResource<T>(key: string, initial: T | null, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string; data: T | null; error: unknown }>({ key, data: initial, error: null })
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })
  const current = state.key === key ? state : { key, data: initial, error: null }

  const run = useCallback(
    async (signal: AbortSignal) => {
      try {
        const data = await loader.current(signal)
        if (!signal.aborted) setState({ key, data, error: null })
      } catch (error) {
        if (!signal.aborted) setState((before) => ({ key, data: before.key === key ? before.data : null, error }))
      }
    },
    [key],
  )

  const missing = current.data === null
  useEffect(() => {
    if (!missing) return
    const abort = new AbortController()
    void run(abort.signal)
    return () => abort.abort()
  }, [missing, run])

  const reload = useCallback(() => run(new AbortController().signal), [run])
  const set = useCallback((data: T) => setState({ key, data, error: null }), [key])
  return { data: current.data, error: current.error, reload, set }
}
