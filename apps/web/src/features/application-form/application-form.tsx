import { useState } from 'react'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { useIsOver } from '../../lib/use-is-over.js'
import { ClosedPage } from './closed-page.js'
import { OpenForm } from './open-form.js'
import { useDraft } from './use-draft.js'
import { useSubmission } from './use-submission.js'

type Props = { event: PublicEvent; onReceived: (receipt: Receipt) => void }

/** The form while it is open, and what is to be said of it before and after; it turns by itself, at the moment. */
export function ApplicationForm({ event, onReceived }: Props) {
  const keeping = useDraft(event)
  const submission = useSubmission(event)
  const isOver = useIsOver(event.closesAt, event.now)
  const [wasOpen, setWasOpen] = useState(event.phase === 'open')
  if (event.phase === 'open' && !wasOpen) setWasOpen(true)
  // What is on its way may have arrived in time: only its answer tells.
  if (submission.sending || (event.phase === 'open' && !isOver))
    return <OpenForm event={event} keeping={keeping} submission={submission} onReceived={onReceived} />
  return (
    <ClosedPage
      event={isOver && event.phase === 'open' ? { ...event, phase: 'closed' } : event}
      typed={wasOpen ? keeping.draft : undefined}
    />
  )
}
