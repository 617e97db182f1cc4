import { cleanAnswer } from '../clean-answer.js'
import { domainOf } from '../domain-of.js'
import { longestLink } from '../limits.js'
import type { Complaint, Kind } from './kind.js'

/** What is far too long is not worth reading. */
const longestRead = 2 * longestLink

/** Kept as an absolute address; `example.com/me` is taken for https://example.com/me. */
export const link: Kind = {
  keep: (typed) => {
    const text = cleanAnswer(typed, false)
    if (text.length > longestRead) return text
    const address = /^https?:/i.test(text) || !looksLikeHost(text) ? text : `https://${text}`
    return linkProblem(address) === undefined ? new URL(address).href : text
  },
  complaint: (kept) => (kept.length > longestRead ? tooLong : linkProblem(kept)),
}

const tooLong: Complaint = { code: 'tooLong', values: { max: longestLink } }

/** What is wrong with the address of a page: it needs http or https, a host with a domain name, and no password. */
export function linkProblem(address: string): Complaint | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return { code: 'notALink' }
  const { hostname, username, password, href } = new URL(address)
  if (username !== '' || password !== '') return { code: 'linkWithPassword' }
  if (domainOf(hostname) === undefined) return { code: 'notALink' }
  return href.length > longestLink ? tooLong : undefined
}

function looksLikeHost(text: string): boolean {
  return domainOf(/^[^\s/?#:@]*/.exec(text)?.[0] ?? '') !== undefined
}
