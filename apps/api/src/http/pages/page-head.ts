import { accentStyle } from './accent-style.js'
import { escapeHtml, escapeJson } from './escape.js'
import type { LocalizedPage } from './page.js'

/** The tags that a page adds to the head: title, description, Open Graph, schema.org. `url` makes an address absolute. */
export function pageHead(page: LocalizedPage, url: (path: string) => string): string {
  const { title, description, canonical, image, jsonLd, robots, locale } = page
  const tags = [
    `<title>${escapeHtml(title)}</title>`,
    ...named('description', description),
    ...named('robots', robots),
    ...property('og:site_name', 'Tweetup'),
    ...property('og:type', 'website'),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:locale', locale === 'nl' ? 'nl_NL' : 'en_GB'),
  ]
  if (canonical !== undefined)
    tags.push(`<link rel="canonical" href="${escapeHtml(url(canonical))}">`, ...property('og:url', url(canonical)))
  if (image) {
    tags.push(
      ...property('og:image', url(image.url)),
      ...property('og:image:width', String(image.width)),
      ...property('og:image:height', String(image.height)),
      ...property('og:image:alt', image.alt),
      ...named('twitter:card', 'summary_large_image'),
    )
  }
  if (page.accentTokens) tags.push(`<style>${accentStyle(page.accentTokens).css}</style>`)
  if (jsonLd) tags.push(`<script type="application/ld+json">${escapeJson(jsonLd)}</script>`)
  return tags.join('\n    ')
}

function named(name: string, content: string | undefined): string[] {
  return content === undefined ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`]
}

function property(name: string, content: string | undefined): string[] {
  return content === undefined ? [] : [`<meta property="${name}" content="${escapeHtml(content)}">`]
}
