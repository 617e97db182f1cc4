import { createContext, use } from 'react'
import type { EventSummary } from '../../lib/api/types.js'

const CurrentEvent = createContext<EventSummary | null>(null)

/** Goes around the pages of one event. */
export const CurrentEventProvider = CurrentEvent.Provider

/** The event whose pages these are. */
export function useCurrentEvent(): EventSummary {
  const event = use(CurrentEvent)
  if (!event) throw new Error('useCurrentEvent() needs a CurrentEventProvider around it: it is for pages of one event only.')
  return event
}
