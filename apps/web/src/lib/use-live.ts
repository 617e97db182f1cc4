import { useEffect, useState } from 'react'

/** After this long without a word, heartbeats included, a connection is one in name only. */
const silence = 20_000
/** A server that lets no stream through is asked for one again after this; meanwhile the page asks by itself. */
const nextTry = 30_000

/**
 * Hears from the server whenever what lies at this address changes, while the tab is seen. True while it does; when it does not (a proxy that lets no
 * streams through, a lost connection), the caller asks by itself every few seconds.
 */
export function useLive<T>(path: string, onState: (state: T) => void): boolean {
  const [live, setLive] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    const close = () => {
      clearTimeout(timer)
      source?.close()
      source = undefined
      setLive(false)
    }
    const open = () => {
      close()
      if (document.visibilityState !== 'visible') return
      source = new EventSource(path)
      source.addEventListener('state', ({ data }: MessageEvent<string>) => {
        onState(JSON.parse(data) as T)
        setLive(true)
        expectMore()
      })
      source.addEventListener('beat', expectMore)
      source.addEventListener('end', giveUp)
      source.addEventListener('error', giveUp)
      expectMore()
    }
    const expectMore = () => {
      clearTimeout(timer)
      timer = setTimeout(open, silence)
    }
    const giveUp = () => {
      close()
      timer = setTimeout(open, nextTry)
    }

    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      close()
    }
  }, [path, onState])
  return live
}
