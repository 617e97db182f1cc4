import { useEffect, useRef, useState } from 'react'
import { type Draft, loadDraft, saveDraft } from './draft.js'

export type Saving = 'untouched' | 'saving' | 'saved' | 'impossible'

/** A draft that keeps itself on this device, shortly after each change. */
export function useDraft(eventId: string) {
  const [draft, setDraft] = useState(() => loadDraft(eventId))
  const [saving, setSaving] = useState<Saving>('untouched')
  const finished = useRef(false)

  useEffect(() => {
    if (saving !== 'saving') return
    const timer = setTimeout(() => {
      if (!finished.current) setSaving(saveDraft(eventId, draft) ? 'saved' : 'impossible')
    }, 500)
    return () => clearTimeout(timer)
  }, [eventId, draft, saving])

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setSaving('saving')
  }
  /** After this nothing is kept any more. */
  const finish = () => {
    finished.current = true
  }
  return { draft, change, saving, finish }
}
