import { useEffect, useRef, useState } from 'react'
import type { VerifyResult } from '#draw'
import { Problem } from '../../../lib/api/problem.js'
import { getDraw, proofArchive } from '../api/draw.js'
import type { CheckedStep } from './check-groups.js'
import type { CheckMessage, CheckRequest } from './check-messages.js'

export type Check = {
  state: 'idle' | 'fetching' | 'running' | 'done' | 'stopped' | 'broken'
  steps: readonly CheckedStep[]
  /** How much is done of what is under way, from 0 to 1. */
  part: number
  result: VerifyResult | null
  reason: string | null
}

const idle: Check = { state: 'idle', steps: [], part: 0, result: null, reason: null }

/** Lets a worker fetch the proof and, told what is published about it, compute all of it again. */
export function useCheck(organization: string, event: string) {
  const [check, setCheck] = useState<Check>(idle)
  const worker = useRef<Worker | null>(null)
  const end = () => {
    worker.current?.terminate()
    worker.current = null
  }
  useEffect(() => end, [])

  function start() {
    end()
    setCheck({ ...idle, state: 'fetching' })
    const started = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    const ask = (request: CheckRequest) => started.postMessage(request)
    started.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
      setCheck((before) => after(before, data))
      if (data.kind === 'fetched') void compareWithPublished(ask)
    }
    started.onerror = (error) => setCheck((before) => ({ ...before, state: 'broken', reason: error.message }))
    ask({ kind: 'fetch', archive: proofArchive(organization, event) })
  }

  /** Asked after the proof has come: what is published must not be older. */
  async function compareWithPublished(ask: (request: CheckRequest) => void) {
    try {
      const { commitment, head } = await getDraw(organization, event)
      ask({ kind: 'check', commitment, head })
    } catch (error) {
      setCheck({ ...idle, state: 'broken', reason: error instanceof Problem ? error.title : String(error) })
    }
  }

  function stop() {
    end()
    setCheck((before) => ({ ...before, state: 'stopped' }))
  }

  return { check, start, stop }
}

function after(check: Check, message: CheckMessage): Check {
  switch (message.kind) {
    case 'progress':
      return { ...check, part: message.part }
    case 'fetched':
      return { ...check, state: 'running', part: 0 }
    case 'step':
      return { ...check, steps: [...check.steps, message], part: 0 }
    case 'done':
      return { ...check, state: 'done', result: message.result }
    case 'broken':
      return { ...check, state: 'broken', reason: message.reason }
  }
}
