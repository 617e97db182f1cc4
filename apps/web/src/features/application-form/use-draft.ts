import { useEffect, useRef, useState } from 'react'
import type { PublicEvent } from '../../lib/api/types.js'
import type { SentFile } from '../questions/index.js'
import { type Draft, emptyDraft, forgetDraft, isEmpty, type KeptDraft, loadDraft, saveDraft, sweepDrafts } from './draft.js'

export type Saving = 'untouched' | 'saved' | 'impossible'

/** A draft that this device keeps with every change, so that a crash costs nothing. */
export function useDraft(event: PublicEvent) {
  const [kept, setKept] = useState<KeptDraft>(() => loadDraft(event))
  const [restored, setRestored] = useState(() => !isEmpty(kept.draft))
  const [cleared, setCleared] = useState<KeptDraft | null>(null)
  const [saving, setSaving] = useState<Saving>('untouched')
  const touched = useRef(false)
  const finished = useRef(false)

  useEffect(() => {
    // Once it is closed the page shows what was typed, and the device keeps none of it.
    if (touched.current && !finished.current && event.phase === 'open') setSaving(saveDraft(event, kept) ? 'saved' : 'impossible')
  }, [event, kept])
  useEffect(() => sweepDrafts(event), [event])

  const put = (next: (before: KeptDraft) => KeptDraft) => {
    touched.current = true
    setKept(next)
  }
  const change = (part: Partial<Draft>) => {
    setCleared(null)
    put((before) => ({ ...before, draft: { ...before.draft, ...part } }))
  }
  /** A file arrives when it arrives: perhaps while something else is being typed. */
  const answerWithFile = (questionId: string, file: SentFile) =>
    put(({ draft, files, ...others }) => ({
      ...others,
      files: [...files.filter(({ id }) => Object.values(draft.answers).includes(id)), { ...file, sentAt: new Date().toISOString() }],
      draft: { ...draft, answers: { ...draft.answers, [questionId]: file.id } },
    }))
  const startAgain = () => {
    setCleared(kept)
    setRestored(false)
    touched.current = false
    setKept({ draft: { ...emptyDraft, together: kept.draft.together }, files: [], savedAt: null, lost: [] })
    setSaving('untouched')
    forgetDraft(event.id)
  }
  const putBack = () => {
    if (cleared) put(() => cleared)
    setCleared(null)
  }
  /** After this nothing is kept any more. */
  const finish = () => {
    finished.current = true
    forgetDraft(event.id)
  }
  return { ...kept, restored, cleared: cleared !== null, saving, change, answerWithFile, startAgain, putBack, finish }
}
