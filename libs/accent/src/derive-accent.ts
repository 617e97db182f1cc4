import { contrast, fromHex, type Oklch, toHex } from './oklch.js'

/** The colours of one theme that follow from an organization's brand colour. */
export interface AccentTheme {
  readonly accent: string
  readonly accentHover: string
  readonly onAccent: string
  readonly accentSoft: string
  readonly stamp: string
}

export interface AccentTokens {
  readonly light: AccentTheme
  readonly dark: AccentTheme
}

/** Grounds on which the accent is read, and the card stock on which it is stamped. The same values as the design system's tokens. */
export const grounds = {
  light: { page: ['#FBFAF6', '#F2EFE7', '#FFFFFF'], ticket: ['#F5E8CC', '#EBDAB4'] },
  dark: { page: ['#111A21', '#0C1419', '#18232B'], ticket: ['#D3C29B', '#C6B48B'] },
} as const

/** What WCAG 2.2 AA asks of text. */
const readable = 4.5
const step = 0.005

/**
 * The accent of both themes from a brand colour written as #RRGGBB.
 * The hue stays; lightness moves until text in the accent, and text on it, can be read on every ground; chroma gives way when a screen cannot show the colour.
 */
export function deriveAccent(brand: string): AccentTokens {
  const colour = fromHex(brand)
  return { light: lightTheme(colour), dark: darkTheme(colour) }
}

function lightTheme(brand: Oklch): AccentTheme {
  const accentSoft = toHex({ ...brand, lightness: 0.934, chroma: Math.min(brand.chroma, 0.018) })
  // Not darker than 0.3, so that there is still a darker shade for pointing at.
  const accent = shifted({ ...brand, lightness: Math.max(brand.lightness, 0.3) }, -step, [...grounds.light.page, accentSoft])
  const accentHover = { ...accent, lightness: accent.lightness - 0.064, chroma: accent.chroma * 0.86 }
  const stamp = shifted(accent, -step, grounds.light.ticket)
  return { accent: toHex(accent), accentHover: toHex(accentHover), onAccent: '#FFFFFF', accentSoft, stamp: toHex(stamp) }
}

function darkTheme(brand: Oklch): AccentTheme {
  const accentSoft = toHex({ ...brand, lightness: 0.303, chroma: Math.min(brand.chroma, 0.04) })
  const onAccent = toHex({ ...brand, lightness: 0.231, chroma: Math.min(brand.chroma, 0.039) })
  const accent = shifted({ ...brand, lightness: 0.782, chroma: Math.min(brand.chroma * 1.37, 0.12) }, step, [
    ...grounds.dark.page,
    accentSoft,
    onAccent,
  ])
  const accentHover = { ...accent, lightness: accent.lightness + 0.05, chroma: accent.chroma * 0.87 }
  const stamp = shifted({ ...brand, lightness: 0.37, chroma: brand.chroma * 0.8 }, -step, grounds.dark.ticket)
  return { accent: toHex(accent), accentHover: toHex(accentHover), onAccent, accentSoft, stamp: toHex(stamp) }
}

/** The first colour in one direction of lightness that can be read on all these grounds. Black and white always can, so there is an end. */
function shifted(colour: Oklch, by: number, on: readonly string[]): Oklch {
  let lightness = colour.lightness
  while (lightness > 0 && lightness < 1 && on.some((ground) => contrast(toHex({ ...colour, lightness }), ground) < readable))
    lightness += by
  return { ...colour, lightness }
}
