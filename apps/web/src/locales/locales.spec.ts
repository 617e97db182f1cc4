import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const folder = new URL('.', import.meta.url)
const areas = readdirSync(new URL('en/', folder)).sort()

const read = (locale: string, area: string) =>
  JSON.parse(readFileSync(new URL(`${locale}/${area}`, folder), 'utf8')) as Record<string, string>
const parts = (message: string) => [...message.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([part]) => part).sort()
/** `_zero` may be said in one language only; a number may be left out of "one seat". */
const isForm = (key: string) => /_(zero|one)$/.test(key)

describe('the catalogues', () => {
  test('are there in both languages', () => {
    expect(readdirSync(new URL('nl/', folder)).sort()).toEqual(areas)
  })

  test.each(areas)('%s says the same things in English and Dutch', (area) => {
    const english = read('en', area)
    const dutch = read('nl', area)
    const keys = (catalogue: Record<string, string>) =>
      Object.keys(catalogue)
        .filter((key) => !key.endsWith('_zero'))
        .sort()
    expect(keys(dutch)).toEqual(keys(english))
    for (const key of keys(english).filter((name) => !isForm(name)))
      expect([key, parts(dutch[key] ?? '')]).toEqual([key, parts(english[key] ?? '')])
  })

  test.each(areas)('%s has no empty message and no plural without its other form', (area) => {
    for (const locale of ['en', 'nl']) {
      const catalogue = read(locale, area)
      expect(Object.entries(catalogue).filter(([, message]) => message.trim() === '')).toEqual([])
      const stems = Object.keys(catalogue)
        .filter(isForm)
        .map((key) => key.replace(/_(zero|one)$/, ''))
      expect(stems.filter((stem) => !(`${stem}_other` in catalogue))).toEqual([])
    }
  })
})
