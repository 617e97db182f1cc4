import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type accounts from '../../locales/en/accounts.json'
import type apply from '../../locales/en/apply.json'
import type builder from '../../locales/en/builder.json'
import type common from '../../locales/en/common.json'
import type console from '../../locales/en/console.json'
import type door from '../../locales/en/door.json'
import type draw from '../../locales/en/draw.json'
import type event from '../../locales/en/event.json'
import type me from '../../locales/en/me.json'
import type policy from '../../locales/en/policy.json'
import type proof from '../../locales/en/proof.json'
import type secret from '../../locales/en/secret.json'
import type usual from '../../locales/en/usual.json'
import type { Locale } from '../api/types.js'
import { type Catalogue, formatMessage, pick, type Values } from './message.js'
import { fillRich, type Parts } from './rich.js'

export type { Locale } from '../api/types.js'
export { formatDecimal, formatNumber, ordinal } from './number.js'

/** Areas of the product, each with a catalogue of its own per language; the English file gives the types of the keys. */
type Catalogues = {
  common: typeof common
  event: typeof event
  apply: typeof apply
  me: typeof me
  draw: typeof draw
  console: typeof console
  accounts: typeof accounts
  door: typeof door
  policy: typeof policy
  proof: typeof proof
  secret: typeof secret
  builder: typeof builder
  usual: typeof usual
}
export type Area = keyof Catalogues

type WithoutPlural<Key> = Key extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : Key
export type KeyOf<A extends Area> = WithoutPlural<keyof Catalogues[A] & string>

export type Text<A extends Area> = {
  (key: KeyOf<A>, values?: Values): string
  /** The same with elements in it: names in `<bdi>`, links, emphasis. */
  rich: (key: KeyOf<A>, parts: Parts) => ReactNode
  /** True when the server's key has a message here. */
  has: (key: string) => key is KeyOf<A>
}

const files = import.meta.glob<Catalogue>('../../locales/*/*.json', { import: 'default' })
const loaded = new Map<string, Catalogue>()
const listeners = new Set<() => void>()
const areasInUse = new Set<Area>(['common'])

let locale: Locale = document.documentElement.lang.startsWith('nl') ? 'nl' : 'en'

export const currentLocale = (): Locale => locale

/** Brings the catalogues of these areas in the chosen language; a route asks for its own together with its code. */
export async function loadCatalogues(areas: readonly Area[], language: Locale = locale): Promise<void> {
  for (const area of areas) areasInUse.add(area)
  await Promise.all(areas.map((area) => loadOne(area, language)))
}

async function loadOne(area: Area, language: Locale): Promise<void> {
  const name = `${language}/${area}`
  if (!loaded.has(name)) loaded.set(name, (await files[`../../locales/${name}.json`]?.()) ?? {})
}

/** Shows everything in the other language at once and remembers the choice for a year, also for the server's answers and pages. */
export async function switchLocale(language: Locale): Promise<void> {
  await loadCatalogues([...areasInUse], language)
  locale = language
  document.documentElement.lang = language
  document.cookie = `tweetup_lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax`
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale)

/** The messages of one area: `const t = useText('event')`, then `t('ticket.when')` or `t.rich(...)`. */
export function useText<A extends Area>(area: A): Text<A> {
  const language = useLocale()
  return useMemo(() => textIn(area, language), [area, language])
}

/** The messages of an area in one language, whichever the reader chose; it must have been loaded for that language. */
export function textIn<A extends Area>(area: A, language: Locale): Text<A> {
  const catalogue = loaded.get(`${language}/${area}`) ?? {}
  const text = (key: KeyOf<A>, values?: Values) => formatMessage(catalogue, language, key, values)
  return Object.assign(text, {
    rich: (key: KeyOf<A>, parts: Parts) =>
      fillRich(pick(catalogue, language, key, typeof parts.count === 'number' ? parts.count : undefined), parts),
    has: (key: string): key is KeyOf<A> => key in catalogue || `${key}_other` in catalogue,
  })
}
