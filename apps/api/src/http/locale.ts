import type { FastifyRequest } from 'fastify'

export const locales = ['en', 'nl'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'tweetup_lang'

function known(value: unknown): Locale | undefined {
  return locales.find((locale) => locale === value)
}

/** The language to answer in: ?lang, then the reader's own choice (a cookie), then the browser's list, then English. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang
  return known(asked) ?? known(request.cookies?.[localeCookie]) ?? preferredLocale(request.headers['accept-language']) ?? 'en'
}

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak, by weight. */
export function preferredLocale(header: string | undefined): Locale | undefined {
  const ranges = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const weight = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1])
        .find((found) => found !== undefined)
      return { language: tag.split('-')[0], weight: Number(weight ?? 1) }
    })
  const wanted = ranges.filter(({ language, weight }) => known(language) && weight > 0).sort((one, other) => other.weight - one.weight)
  return known(wanted[0]?.language)
}
