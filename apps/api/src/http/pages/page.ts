import type { Locale } from '../locale.js'

type AccentNames = 'accent' | 'accentHover' | 'onAccent' | 'accentSoft' | 'stamp'
type Accent = Readonly<Record<AccentNames, string>>

/** The colours of an organization for both themes, as #RRGGBB. */
export interface AccentTokens {
  readonly light: Accent
  readonly dark: Accent
}

/** What a page puts into the shell: its head, and the data for the first paint. */
export interface Page {
  readonly title: string
  readonly description?: string
  /** Path of the page's one true address, such as /museum-duinlicht/night-of-the-comet. */
  readonly canonical?: string
  readonly image?: { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
  /** schema.org data. */
  readonly jsonLd?: object
  readonly robots?: string
  /** The organization's colours, so that already the first paint has them. */
  readonly accentTokens?: AccentTokens
  /** Attributes of <html>. */
  readonly htmlAttributes?: Readonly<Record<string, string>>
  /** What the web app finds in #page-data. */
  readonly data: { readonly kind: string; readonly [name: string]: unknown }
  readonly status?: number
}

export interface LocalizedPage extends Page {
  readonly locale: Locale
}
