import { type RefObject, useEffect, useRef } from 'react'
import { readCode } from './code-reader.js'

const pauseMs = 120
/** A badge that is still held before the camera is not a second person. */
const sameBadgeMs = 4_000

/** Looks for a code in the video again and again while `active`, and tells each one once. */
export function useCodeWatch(video: RefObject<HTMLVideoElement | null>, active: boolean, onCode: (code: string) => void): void {
  const tell = useRef(onCode)
  const last = useRef({ code: '', at: 0 })
  useEffect(() => {
    tell.current = onCode
  })

  useEffect(() => {
    if (!active) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const code =
        video.current && video.current.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
          ? await readCode(video.current).catch(() => null)
          : null
      if (stopped) return
      const now = performance.now()
      if (code !== null && (code !== last.current.code || now - last.current.at > sameBadgeMs)) {
        last.current = { code, at: now }
        tell.current(code)
      }
      timer = setTimeout(() => void look(), pauseMs)
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [active, video])
}
