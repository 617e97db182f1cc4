import type { Plugin, Rolldown } from 'vite'
import { publicPages } from '../src/app/public-pages.js'

const locales = ['en', 'nl'] as const
type Locale = (typeof locales)[number]
const routeFiles: Record<keyof typeof publicPages, string> = {
  home: 'home',
  organization: 'organization',
  event: 'event',
  apply: 'apply',
  draw: 'draw',
  confirm: 'confirm',
  me: 'me',
  proof: 'proof',
  address: 'address',
  lostLink: 'lost-link',
  noMail: 'no-mail',
  secret: 'secret',
  notFound: 'not-found',
}

/**
 * Writes `page-links.json`: for each public page and language the links that let the browser fetch the page's own code, words and styles together with
 * the entry instead of after it. The server puts them into the head of that page.
 */
export function pageLinks(): Plugin {
  return {
    name: 'tweetup:page-links',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const entry = chunks.find(({ isEntry }) => isEntry)
      if (!entry) return
      const already = filesOf(entry, bundle)
      const linksFor = (page: keyof typeof publicPages, locale: Locale) =>
        [...filesOfPage(page, locale, bundle)].filter((file) => !already.has(file)).map(linkTo)
      const pages = Object.keys(publicPages) as (keyof typeof publicPages)[]
      const links = Object.fromEntries(
        pages.map((page) => [page, Object.fromEntries(locales.map((locale) => [locale, linksFor(page, locale)]))]),
      )
      this.emitFile({ type: 'asset', fileName: 'page-links.json', source: JSON.stringify(links) })
    },
  }
}

/** Code, words and styles of a public page. */
function filesOfPage(page: keyof typeof publicPages, locale: Locale, bundle: Rolldown.OutputBundle): Set<string> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const wanted = [
    `routes/public/${routeFiles[page]}.tsx`,
    ...['common', ...publicPages[page]].map((area) => `locales/${locale}/${area}.json`),
  ]
  return new Set(
    wanted.flatMap((name) =>
      chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(name)).flatMap((chunk) => [...filesOf(chunk, bundle)]),
    ),
  )
}

/** Everything that a public page needs without a connection, in both languages. */
export function wholePage(page: keyof typeof publicPages, bundle: Rolldown.OutputBundle): string[] {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  const files = [
    ...(entry?.type === 'chunk' ? filesOf(entry, bundle) : []),
    ...locales.flatMap((locale) => [...filesOfPage(page, locale, bundle)]),
  ]
  return [...new Set(files)].map((file) => `/${file}`)
}

/** A chunk, what it imports, and their styles. */
function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style)
  for (const file of chunk.imports) {
    const imported = bundle[file]
    if (imported?.type === 'chunk') filesOf(imported, bundle, seen)
  }
  return seen
}

const linkTo = (file: string) =>
  file.endsWith('.css') ? `<link rel="stylesheet" crossorigin href="/${file}">` : `<link rel="modulepreload" crossorigin href="/${file}">`
