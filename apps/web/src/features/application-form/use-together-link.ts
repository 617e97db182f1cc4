import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { togetherToken } from '../../lib/together-link.js'
import type { Draft } from './draft.js'

/** Somebody sent her a link to come together: its secret goes into the draft, and out of the address. */
export function useTogetherLink(change: (part: Partial<Draft>) => void) {
  const { hash, search } = useLocation()
  const navigate = useNavigate()
  const changing = useRef(change)
  useEffect(() => {
    changing.current = change
  })
  useEffect(() => {
    const token = togetherToken(hash)
    if (token === null) return
    changing.current({ together: token })
    void navigate({ search, hash: '' }, { replace: true, preventScrollReset: true })
  }, [hash, search, navigate])
}
