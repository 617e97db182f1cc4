import { createHash } from 'node:crypto'
import type { AccentTokens } from './page.js'

const properties = {
  accent: '--accent',
  accentHover: '--accent-hover',
  onAccent: '--on-accent',
  accentSoft: '--accent-soft',
  stamp: '--stamp',
} as const

/** A style element's content, and what the Content-Security-Policy needs to let exactly this content through. */
export interface InlineStyle {
  readonly css: string
  readonly source: string
}

/** The accent of an organization as custom properties, in the same three places as the tokens they replace. */
export function accentStyle({ light, dark }: AccentTokens): InlineStyle {
  const css = `:root{${rules(light)}}@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${rules(dark)}}}:root[data-theme="dark"]{${rules(dark)}}`
  return { css, source: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}

function rules(colours: AccentTokens['light']): string {
  return Object.entries(properties)
    .map(([name, property]) => `${property}:${colour(colours[name as keyof typeof properties])}`)
    .join(';')
}

function colour(text: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new Error(`"${text}" is no colour: an accent is written as #RRGGBB.`)
  return text
}
