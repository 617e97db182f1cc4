import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { reservedSlugs } from './reserved-slugs.js'
import { freeSlug, slugFrom } from './slug.js'

describe('the address that a name suggests', () => {
  it.each([
    ['Museum Duinlicht', 'museum-duinlicht'],
    ['Night of the Comet', 'night-of-the-comet'],
    ["'s-Hertogenbosch Café", 's-hertogenbosch-cafe'],
    ['Straße & Øresund', 'strasse-and-oresund'],
    ['ＦＵＬＬ width ２０２７', 'full-width-2027'],
    ['Музей 2027', '2027'],
    ['彗星の夜', 'event'],
    ['🌠', 'event'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugFrom(name, 'event')).toBe(slug)
  })

  it('is always one that the database takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = slugFrom(name, 'event')
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(50)
      }),
    )
  })

  it('ends with a whole word where one fits', () => {
    expect(slugFrom('Night of the Comet', 'event', 12)).toBe('night-of-the')
    expect(slugFrom('Supercalifragilistic', 'event', 5)).toBe('super')
  })

  it('gets a number when it is taken', () => {
    expect(freeSlug('night', new Set())).toBe('night')
    expect(freeSlug('night', new Set(['night', 'night-2']))).toBe('night-3')
    expect(freeSlug('api', reservedSlugs)).toBe('api-2')
  })
})
