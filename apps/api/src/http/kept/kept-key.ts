import type { IncomingMessage } from 'node:http'
import { type Locale, localeOfHeaders } from '../locale.js'

/** The key of a page: the path that it stands at, and its language. No path has a space in it. */
export const pageKey = (path: string, locale: Locale): string => `${path} ${locale}`

/** The key of data, which is the same in every language: its path, which begins like this. */
export const dataKey = (path: `/api/${string}`): string => path

/** Of all that may stand in a query only `lang` means something to a page, however it is spelled. */
const mayNameLanguage = /[?&](?:l|%6c)/i

/** The key of the answer that a request would get if there is one; undefined when more must be read of it to know. */
export function keyOf({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  const query = url.indexOf('?')
  if (query !== -1 && mayNameLanguage.test(url.slice(query))) return undefined
  const path = query === -1 ? url : url.slice(0, query)
  return path.startsWith('/api/') ? path : pageKey(path, localeOfHeaders(headers))
}
