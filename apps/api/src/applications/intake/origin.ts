import type { SubmissionSourceDto } from '../dto/submit-application.dto.js'

/** Where a fan comes from, as it is kept. */
export interface Origin {
  readonly referrer: string | null
  readonly source: string | null
  readonly medium: string | null
  readonly campaign: string | null
}

const longestTag = 100
const longestHost = 253
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Of a page only its host, of tags what is text. What cannot be read is left out: a strange link keeps nobody from applying. */
export function readOrigin({ referrer, source, medium, campaign }: SubmissionSourceDto = {}): Origin {
  return { referrer: hostOf(referrer), source: tag(source), medium: tag(medium), campaign: tag(campaign) }
}

function hostOf(text: string | null | undefined): string | null {
  const written = (text ?? '').trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`
  if (!/^https?:/i.test(address) || written === '' || !URL.canParse(address)) return null
  const { hostname } = new URL(address)
  return hostname === '' || hostname.length > longestHost ? null : hostname
}

function tag(text: string | null | undefined): string | null {
  const cleaned = (text ?? '').replace(unwanted, '').normalize('NFC').trim()
  return [...cleaned].slice(0, longestTag).join('').trim() || null
}
