import { storage } from '../../lib/storage.js'

const longest = 500

/** What the address said when the page was loaded; pages that are opened from it have addresses of their own. */
const landing = typeof location === 'undefined' ? '' : location.search

/** The page that led here, if it is another's, and the tags of its link. */
export function origin() {
  const tags = new URLSearchParams(landing)
  const tag = (name: string) => tags.get(name)?.slice(0, longest) || null
  return { referrer: foreign(document.referrer), source: tag('utm_source'), medium: tag('utm_medium'), campaign: tag('utm_campaign') }
}

/** A word by which two applications to one event from this device are alike. Every event gets another one. */
export function deviceWord(eventId: string): string | null {
  const key = `tweetup:device:${eventId}`
  const known = storage.read<string>(key)
  if (known !== null) return known
  const word = crypto.randomUUID()
  return storage.write(key, word) ? word : null
}

function foreign(referrer: string): string | null {
  if (!URL.canParse(referrer)) return null
  const { origin: from, host } = new URL(referrer)
  return from === location.origin ? null : host.slice(0, longest)
}
