import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectRoot } from '../config/project-root.js'
import { locales } from './locale.js'
import { hasTranslation, translate } from './translate.js'

const folder = join(projectRoot(), 'apps/api/src/locales')

/** All keys of a catalogue; the forms of a plural count as one, because languages differ in how many they have. */
function keysOf(tree: unknown, path: string): string[] {
  if (typeof tree !== 'object' || tree === null) return [path.replace(/_(zero|one|two|few|many|other)$/, '')]
  return Object.entries(tree).flatMap(([name, inner]) => keysOf(inner, `${path}.${name}`))
}

function textsOf(tree: unknown, path: string): [string, string][] {
  if (typeof tree !== 'object' || tree === null) return [[path, String(tree)]]
  return Object.entries(tree).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`))
}

const catalogue = (locale: string): [string, unknown][] =>
  readdirSync(join(folder, locale)).map((name) => [name, JSON.parse(readFileSync(join(folder, locale, name), 'utf8')) as unknown])
const values = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort((one, other) => one.localeCompare(other))

describe('the catalogues', () => {
  it('have the same texts in each language', () => {
    const [english, dutch] = locales.map((locale) => [...new Set(catalogue(locale).flatMap(([name, tree]) => keysOf(tree, name)))].sort())
    expect(dutch).toEqual(english)
  })

  it('name the same values in each language', () => {
    const dutch = new Map(catalogue('nl').flatMap(([name, tree]) => textsOf(tree, name)))
    for (const [path, text] of catalogue('en').flatMap(([name, tree]) => textsOf(tree, name))) {
      if (!/_\w+$/.test(path)) expect({ path, values: values(dutch.get(path) ?? '') }).toEqual({ path, values: values(text) })
    }
  })

  it('speak calmly: no exclamation marks', () => {
    const loud = locales.flatMap((locale) =>
      catalogue(locale).flatMap(([name, tree]) => textsOf(tree, name).filter(([, text]) => text.includes('!'))),
    )
    expect(loud).toEqual([])
  })
})

describe('translate', () => {
  it('puts values in as they are, and counts', () => {
    expect(translate('en', 'problems:field.tooLong', { max: 20 })).toBe('Use at most 20 characters.')
    expect(translate('nl', 'problems:tooMany', { count: 1 })).toContain('over een minuut')
    expect(translate('nl', 'problems:tooMany', { count: 5 })).toContain('over 5 minuten')
  })

  it('throws when there is no such text, instead of showing the key to people', () => {
    expect(() => translate('nl', 'problems:nonsense')).toThrow('There is no text "problems:nonsense" in the nl catalogue.')
    expect(hasTranslation('nl', 'problems:nonsense')).toBe(false)
  })
})
