const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&nbsp;': ' ' }
const rule = '-'.repeat(40)

/** Elements that begin a new paragraph, and those that begin a new line. */
const paragraphs = /^(h1|p|table|hr)$/
const lines = /^(div|tr|td|br)$/
const unseen = /<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|<head>[\s\S]*?<\/head>|<div data-skip-in-text[^>]*>[\s\S]*?<\/div>/g

/**
 * The plain text of a mail that our own components have rendered: paragraphs, lines, and each link's address behind its words.
 * It knows only the elements that they use; for those it takes a tenth of the time of a converter for all of HTML.
 */
export function plainText(html: string): string {
  const links: string[] = []
  const text = html
    .replace(unseen, '')
    .replace(/<(\/?)([a-z0-9]+)([^>]*)>|\n/g, (_, end: string | undefined, tag: string | undefined, attributes = '') => {
      if (tag === undefined) return ' '
      if (tag === 'hr') return `\n\n${rule}\n\n`
      if (tag === 'a' && end === '') links.push(/href="([^"]*)"/.exec(attributes as string)?.[1] ?? '')
      if (tag === 'a' && end === '/') return ` ${links.pop()}`
      return paragraphs.test(tag) ? '\n\n' : lines.test(tag) && end === '' ? '\n' : ''
    })
  return tidy(text).replace(/&(?:amp|lt|gt|quot|#x27|nbsp);/g, (entity) => entities[entity] ?? entity)
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
