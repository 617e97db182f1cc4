import type { Answers } from '../../lib/api/types.js'
import { storage } from '../../lib/storage.js'

/** What somebody has filled in so far. */
export type Draft = {
  name: string
  email: string
  handle: string
  answers: Answers
  /** The secret of the link by which she came, when she applies together with others. */
  together?: string | null
}

export const emptyDraft: Draft = { name: '', email: '', handle: '', answers: {} }

const keyOf = (eventId: string) => `tweetup:draft:${eventId}`

export const loadDraft = (eventId: string): Draft => ({ ...emptyDraft, ...storage.read<Draft>(keyOf(eventId)) })
export const saveDraft = (eventId: string, draft: Draft): boolean => storage.write(keyOf(eventId), draft)
export const forgetDraft = (eventId: string): void => storage.remove(keyOf(eventId))
