import sanitizeHtml from 'sanitize-html'

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00a0', '&amp;': '&' }

/** The text of rich text, one entry for each paragraph, heading and list item. */
export function htmlParagraphs(html: string): string[] {
  const marked = html.replace(/<li\b[^>]*>/gi, '\n– ').replace(/<\/(?:p|li|h[1-6]|blockquote|div|ul|ol)>|<br\s*\/?>/gi, '\n')
  const text = sanitizeHtml(marked, { allowedTags: [], allowedAttributes: {} }).replace(
    /&(?:lt|gt|quot|#39|nbsp|amp);/g,
    (entity) => ENTITIES[entity] ?? entity,
  )
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '–')
}
