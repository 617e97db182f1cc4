import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deriveAccent, grounds } from './derive-accent.js'
import { contrast, fromHex } from './oklch.js'

const brand = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)
const corners = ['#000000', '#FFFFFF', '#FF0000', '#00FF00', '#0000FF', '#FFFF00', '#00FFFF', '#FF00FF', '#808080'].map(
  (colour): [string] => [colour],
)

function worst(colour: string, on: readonly string[]): number {
  return Math.min(...on.map((ground) => contrast(colour, ground)))
}

describe('the accent of an organization', () => {
  it('can be read on every ground, and text on it too, whatever the brand colour', () => {
    fc.assert(
      fc.property(brand, (colour) => {
        const tokens = deriveAccent(colour)
        for (const theme of ['light', 'dark'] as const) {
          const { accent, accentHover, onAccent, accentSoft, stamp } = tokens[theme]
          expect(worst(accent, [...grounds[theme].page, accentSoft, onAccent])).toBeGreaterThanOrEqual(4.5)
          expect(worst(accentHover, [...grounds[theme].page, onAccent])).toBeGreaterThanOrEqual(4.5)
          expect(worst(stamp, grounds[theme].ticket)).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 300, examples: corners },
    )
  })

  it('keeps the hue of a brand colour that has one', () => {
    fc.assert(
      fc.property(
        brand.filter((colour) => fromHex(colour).chroma > 0.06),
        (colour) => {
          const { light, dark } = deriveAccent(colour)
          for (const derived of [light.accent, dark.accent]) {
            const turn = Math.cos(fromHex(derived).hue - fromHex(colour).hue)
            expect(Math.acos(Math.min(1, turn))).toBeLessThan(0.15)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('differs from itself when it is pointed at', () => {
    fc.assert(
      fc.property(brand, (colour) => {
        const { light, dark } = deriveAccent(colour)
        expect(light.accentHover).not.toBe(light.accent)
        expect(dark.accentHover).not.toBe(dark.accent)
      }),
      { examples: corners },
    )
  })

  it('leaves a brand colour alone that needs no help', () => {
    expect(deriveAccent('#0A6450').light).toMatchObject({ accent: '#0A6450', onAccent: '#FFFFFF', stamp: '#0A6450' })
    expect(deriveAccent('#a83a12').light.accent).toBe('#A83A12')
  })

  it('comes close to what the eye chose for four brands', () => {
    const chosen = { '#0A6450': '#5FD0AE', '#A83A12': '#FF9E73', '#1F4FB8': '#93B4FF', '#8A1F5C': '#F29AC7' }
    for (const [colour, dark] of Object.entries(chosen)) {
      const derived = fromHex(deriveAccent(colour).dark.accent)
      expect(Math.abs(derived.lightness - fromHex(dark).lightness)).toBeLessThan(0.02)
      expect(Math.abs(derived.chroma - fromHex(dark).chroma)).toBeLessThan(0.02)
    }
  })
})
