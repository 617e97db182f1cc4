import { useCallback, useEffect, useRef, useState } from 'react'

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'missing' | 'failed'

type Facing = 'environment' | 'user'

/** The light of a phone's camera is not in the standard's types yet. */
type WithTorch = { torch?: boolean }

/** A camera that runs until it is stopped or the page is left; `stream` is its picture while it is on. */
export function useCamera() {
  const [state, setState] = useState<CameraState>('off')
  const [facing, setFacing] = useState<Facing>('environment')
  const [torch, setTorch] = useState<{ can: boolean; on: boolean }>({ can: false, on: false })
  const running = useRef<MediaStream | null>(null)
  const [stream, setStream] = useState<MediaStream | null>(null)

  const stop = useCallback(() => {
    for (const track of running.current?.getTracks() ?? []) track.stop()
    running.current = null
    setStream(null)
    setTorch({ can: false, on: false })
    setState('off')
  }, [])

  const start = useCallback(
    async (towards: Facing = facing) => {
      stop()
      setState('starting')
      setFacing(towards)
      try {
        const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: towards, width: { ideal: 1280 } }, audio: false })
        running.current = opened
        setStream(opened)
        const capabilities = opened.getVideoTracks()[0]?.getCapabilities() as WithTorch | undefined
        setTorch({ can: capabilities?.torch === true, on: false })
        setState('on')
      } catch (error) {
        setState(reasonOf(error))
      }
    },
    [facing, stop],
  )

  useEffect(() => stop, [stop])

  const light = async (on: boolean) => {
    await running.current?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    setTorch({ can: true, on })
  }

  return { state, stream, start: () => start(), stop, turn: () => start(facing === 'environment' ? 'user' : 'environment'), torch, light }
}

function reasonOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' || error instanceof TypeError ? 'missing' : 'failed'
}
