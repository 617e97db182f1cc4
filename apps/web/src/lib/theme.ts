import { useLayoutEffect } from 'react'
import type { AccentTokens, OrganizationSummary } from './api/types.js'

type Shades = AccentTokens['light']

const sheet = new CSSStyleSheet()

const declarations = (shades: Shades) =>
  `--accent: ${shades.accent}; --accent-hover: ${shades.accentHover}; --on-accent: ${shades.onAccent}; --accent-soft: ${shades.accentSoft}; --stamp: ${shades.stamp};`

/** A constructed style sheet: the style policy allows it, where a style element or attribute would be refused. */
export function applyAccent({ light, dark }: AccentTokens): void {
  sheet.replaceSync(`
    :root:root { ${declarations(light)} }
    @media (prefers-color-scheme: dark) { :root:root:not([data-theme="light"]) { ${declarations(dark)} } }
    :root:root[data-theme="dark"] { ${declarations(dark)} }`)
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Paints the page in the organization's accent; without one, the product's own comes back. */
export function useAccent(organization: Pick<OrganizationSummary, 'accentTokens'> | null | undefined): void {
  const tokens = organization?.accentTokens
  useLayoutEffect(() => {
    if (tokens) applyAccent(tokens)
    return () => sheet.replaceSync('')
  }, [tokens])
}
