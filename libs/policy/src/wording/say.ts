import { type Catalogue, en } from './en.js'
import { nl } from './nl.js'

export type WordingLocale = 'nl' | 'en'
type Stem<Key> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key
export type SentenceKey = Stem<keyof Catalogue>
export type SentenceValues = Readonly<Record<string, string | number>>

/** Speaks one language: sentences, and the lists and quotes inside them. */
export interface Speaker {
  readonly locale: WordingLocale
  /** The sentence with its values; `count` chooses between its forms. */
  readonly say: (key: SentenceKey, values?: SentenceValues) => string
  readonly quote: (text: string) => string
  /** "a, b and c" */
  readonly all: (items: readonly string[]) => string
  /** "a, b or c" */
  readonly any: (items: readonly string[]) => string
  /** A number up to nine as a word. */
  readonly word: (number: number) => string
}

const catalogues: Record<WordingLocale, Readonly<Record<string, string>>> = { en, nl }
const numberWords: Record<WordingLocale, readonly string[]> = {
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  nl: ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
}

export function speaker(locale: WordingLocale): Speaker {
  const catalogue = catalogues[locale]
  const plurals = new Intl.PluralRules(locale)
  const list = (type: 'conjunction' | 'disjunction') => {
    // British English: no comma before "and".
    const format = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type })
    return (items: readonly string[]) => format.format(items)
  }
  const say = (key: SentenceKey, values: SentenceValues = {}) => {
    const { count } = values
    const form = typeof count === 'number' ? catalogue[`${key}_${plurals.select(count)}`] : undefined
    return fill(form ?? catalogue[`${key}_other`] ?? catalogue[key] ?? '', values)
  }
  return {
    locale,
    say,
    quote: (text) => say('quote', { text }),
    all: list('conjunction'),
    any: list('disjunction'),
    word: (number) => numberWords[locale][number] ?? shownNumber(number),
  }
}

/** In one pass, so that values which look like a place for a value stay as they are. */
function fill(sentence: string, values: SentenceValues): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name]
    return value === undefined ? place : typeof value === 'number' ? shownNumber(value) : value
  })
}

/** Groups of three with a narrow space, as on all pages. */
function shownNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value).replaceAll(',', '\u202f')
}
