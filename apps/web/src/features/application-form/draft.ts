import type { Answers, Instant, PublicEvent } from '../../lib/api/types.js'
import { storage } from '../../lib/storage.js'
import type { SentFile } from '../questions/index.js'

/** The server forgets a file that no application has named for so long. */
const filesWait = 24 * 3_600_000

export type KeptFile = SentFile & { sentAt: Instant }

/** What somebody has filled in so far. */
export type Draft = {
  name: string
  email: string
  handle: string
  answers: Answers
  /** The secret of the link by which she came, when she applies together with others. */
  together?: string | null
}

/** A draft as this device keeps it. It is sent to nobody, until its owner sends the application. */
export type KeptDraft = {
  draft: Draft /** The files behind its answers. */
  files: readonly KeptFile[]
  savedAt: Instant | null /** Files that waited too long. */
  lost: readonly KeptFile[]
}

type Stored = Draft & { files?: readonly KeptFile[]; savedAt?: Instant; closesAt?: Instant }

export const emptyDraft: Draft = { name: '', email: '', handle: '', answers: {} }
const nothing: KeptDraft = { draft: emptyDraft, files: [], savedAt: null, lost: [] }

const drafts = 'tweetup:draft:'
const devices = 'tweetup:device:'
/** What was tried to be sent, kept for the next try: it holds all that was typed. */
const attempts = 'tweetup:attempt:'

export const isEmpty = ({ name, email, handle, answers }: Draft): boolean =>
  [name, email, handle, ...Object.values(answers)].every((value) => value.length === 0)

export function loadDraft({ id }: Pick<PublicEvent, 'id'>): KeptDraft {
  const stored = storage.read<Stored>(drafts + id)
  if (!stored) return nothing
  const { files = [], savedAt = null, closesAt: _, ...draft } = stored
  const lost = files.filter(({ sentAt }) => Date.now() - new Date(sentAt).getTime() >= filesWait)
  const gone = new Set(lost.map((file) => file.id))
  const answers = Object.fromEntries(Object.entries(draft.answers ?? {}).filter(([, answer]) => !gone.has(String(answer))))
  return { draft: { ...emptyDraft, ...draft, answers }, files: files.filter((file) => !gone.has(file.id)), savedAt, lost }
}

/** True when it was kept. */
export function saveDraft({ id, closesAt }: Pick<PublicEvent, 'id' | 'closesAt'>, { draft, files }: KeptDraft): boolean {
  const savedAt = new Date().toISOString()
  return storage.write(drafts + id, { ...draft, files, savedAt, closesAt } satisfies Stored)
}

export function forgetDraft(eventId: string): void {
  storage.remove(drafts + eventId)
  storage.remove(attempts + eventId)
}

/** After the close nobody needs a draft any more, nor the number of the device. */
export function forgetEvent(eventId: string): void {
  forgetDraft(eventId)
  storage.remove(devices + eventId)
}

/** What was kept for other events whose close has passed since. */
export function sweepDrafts(current: Pick<PublicEvent, 'id' | 'now'>): void {
  for (const key of [drafts, attempts, devices].flatMap((prefix) => storage.keys(prefix))) {
    const closesAt = storage.read<{ closesAt?: Instant }>(key)?.closesAt
    if (!key.endsWith(current.id) && closesAt && new Date(closesAt) <= new Date(current.now)) storage.remove(key)
  }
}
