import { useEffect, useRef, useState } from 'react'
import type { VerifyResult } from '#draw'
import { Problem } from '../../../lib/api/problem.js'
import { getDraw, proofDocument } from '../api/draw.js'
import type { CheckedStep } from './check-groups.js'
import type { CheckMessage, CheckRequest } from './check-messages.js'

export type Check = {
  state: 'idle' | 'fetching' | 'running' | 'done' | 'stopped' | 'broken'
  steps: readonly CheckedStep[]
  result: VerifyResult | null
  reason: string | null
}

const idle: Check = { state: 'idle', steps: [], result: null, reason: null }

/** Fetches the proof, then what is published about it, and lets a worker compute all of it again. */
export function useCheck(organization: string, event: string) {
  const [check, setCheck] = useState<Check>(idle)
  const worker = useRef<Worker | null>(null)
  const end = () => {
    worker.current?.terminate()
    worker.current = null
  }
  useEffect(() => end, [])

  async function start() {
    end()
    setCheck({ ...idle, state: 'fetching' })
    try {
      const bundle = await fetchProof(organization, event)
      const { commitment, head } = await getDraw(organization, event)
      run({ bundle, commitment, head })
    } catch (error) {
      setCheck({ ...idle, state: 'broken', reason: error instanceof Problem ? error.title : String(error) })
    }
  }

  function run(request: CheckRequest) {
    const started = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.onmessage = ({ data }: MessageEvent<CheckMessage>) => setCheck((before) => after(before, data))
    started.onerror = (error) => setCheck((before) => ({ ...before, state: 'broken', reason: error.message }))
    setCheck({ ...idle, state: 'running' })
    started.postMessage(request)
  }

  function stop() {
    end()
    setCheck((before) => ({ ...before, state: 'stopped' }))
  }

  return { check, start, stop }
}

function after(check: Check, message: CheckMessage): Check {
  if (message.kind === 'step') return { ...check, steps: [...check.steps, message] }
  return message.kind === 'done'
    ? { ...check, state: 'done', result: message.result }
    : { ...check, state: 'broken', reason: message.reason }
}

async function fetchProof(organization: string, event: string): Promise<string> {
  const response = await fetch(proofDocument(organization, event)).catch(() => null)
  if (!response?.ok) throw new Problem({ status: response?.status ?? 0, title: '' })
  return response.text()
}
