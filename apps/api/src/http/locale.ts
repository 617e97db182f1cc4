import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { remembered } from './remembered.js'

export const locales = ['en', 'nl'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'tweetup_lang'

function known(value: unknown): Locale | undefined {
  return locales.find((locale) => locale === value)
}

/** The language to answer in: ?lang, then the reader's own choice (a cookie), then the browser's list, then English. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang
  return known(asked) ?? chosenOrPreferred(request.cookies?.[localeCookie], request.headers['accept-language'])
}

/** The same for a request that is not parsed yet and names no language in its address. */
export function localeOfHeaders({ cookie, 'accept-language': accepted }: IncomingHttpHeaders): Locale {
  return chosenOrPreferred(cookie === undefined ? undefined : fastifyCookie.parse(cookie)[localeCookie], accepted)
}

function chosenOrPreferred(chosen: string | undefined, accepted: string | undefined): Locale {
  return known(chosen) ?? preferredLocale(accepted) ?? 'en'
}

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak, by weight. */
export const preferredLocale = remembered((header): Locale | undefined => {
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
})
