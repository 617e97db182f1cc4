import sanitizeHtml from 'sanitize-html'

const blocks = ['p', 'h3', 'ul', 'ol', 'li', 'blockquote']

/**
 * What an organizer wrote with a rich text editor, cut down to what our pages know how to show. Everything else is dropped or turned into
 * its nearest kin; what comes out can be put into a page as it is.
 */
export function sanitizeRichText(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: [...blocks, 'strong', 'em', 'a', 'br'],
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 12,
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      h4: 'h3',
      h5: 'h3',
      h6: 'h3',
      b: 'strong',
      i: 'em',
      div: 'p',
      a: (tagName, { href }) => ({ tagName, attribs: linkAttributes(href) }),
    },
    exclusiveFilter: ({ tag, text, mediaChildren }) =>
      ['p', 'h3', 'li', 'blockquote', 'ul', 'ol'].includes(tag) && text.trim() === '' && mediaChildren.length === 0,
  })
  return clean.trim()
}

/** Of a link that leads somewhere by itself; one that is relative to our pages, or runs a script, leads nowhere. */
function linkAttributes(href: string | undefined): Record<string, string> {
  return href !== undefined && /^(https?:\/\/|mailto:)/i.test(href.trim()) ? { href, rel: 'noopener noreferrer' } : {}
}

/** The words of sanitised HTML on one line, for descriptions. */
export function plainText(html: string): string {
  const spaced = html.replace(/<(\/(p|h3|li|blockquote)|br ?\/?)>/g, ' ')
  const text = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
  return text
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** As many whole words of a text as fit, with an ellipsis when some did not. */
export function excerpt(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}
