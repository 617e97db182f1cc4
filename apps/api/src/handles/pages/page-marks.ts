import { Parser } from 'htmlparser2'

/** What a page says of itself, and not what is written on it: its own links to whose page it is, and its own description. */
export interface PageMarks {
  /** Addresses of `rel="me"` links, absolute. */
  readonly me: readonly string[]
  readonly descriptions: readonly string[]
}

const describing = new Set(['description', 'og:description', 'twitter:description'])

/**
 * Reads the marks of a page. Text is never looked at: a code in it may be anybody's comment. Descriptions count in the head only, and a link
 * that is marked as written by visitors (`ugc`, `nofollow`) does not count.
 */
export function pageMarks(html: string, url: string): PageMarks {
  const me: string[] = []
  const descriptions: string[] = []
  let inHead = true
  const parser = new Parser({
    onopentag(name, { rel = '', href = '', content = '', name: meta = '', property = '' }) {
      if (name === 'body') inHead = false
      const words = rel.toLowerCase().split(/\s+/)
      const theirs = name === 'link' ? inHead : name === 'a' && !words.includes('ugc') && !words.includes('nofollow')
      if (theirs && words.includes('me') && URL.canParse(href, url)) me.push(new URL(href, url).href)
      if (inHead && name === 'meta' && describing.has((meta || property).toLowerCase())) descriptions.push(content)
    },
    onclosetag(name) {
      if (name === 'head') inHead = false
    },
  })
  parser.end(html)
  return { me, descriptions }
}
