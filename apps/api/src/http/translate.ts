import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type i18n } from 'i18next'
import { projectRoot } from '../config/project-root.js'
import { type Locale, locales } from './locale.js'
import type { MessageValues } from './errors.js'

let catalogues: i18n | undefined

/**
 * A text of the catalogue in a language. The key names its file: `problems:notFound` is `notFound` in locales/<locale>/problems.json.
 * Values are put in as they are: whoever writes HTML escapes them there. Throws when there is no such text.
 */
export function translate(locale: Locale, key: string, values: MessageValues = {}): string {
  catalogues ??= loadCatalogues()
  if (!catalogues.exists(key, { ...values, lng: locale })) throw new Error(`There is no text "${key}" in the ${locale} catalogue.`)
  return catalogues.t(key, { ...values, lng: locale })
}

/** Whether the catalogue of a language has a text. */
export function hasTranslation(locale: Locale, key: string): boolean {
  catalogues ??= loadCatalogues()
  return catalogues.exists(key, { lng: locale, count: 2 })
}

function loadCatalogues(): i18n {
  const folder = join(projectRoot(), 'apps/api/src/locales')
  const resources = Object.fromEntries(locales.map((locale) => [locale, readNamespaces(join(folder, locale))]))
  const instance = createInstance()
  void instance.init({
    resources,
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    ns: Object.keys(resources.en ?? {}),
    returnNull: false,
  })
  return instance
}

function readNamespaces(folder: string): Record<string, Record<string, unknown>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>]),
  )
}
