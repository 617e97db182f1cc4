/** The colours of one theme that an organization's brand gives to a mail. */
export interface MailAccent {
  readonly accent: string
  readonly onAccent: string
  readonly stamp: string
}

export interface MailAccents {
  readonly light: MailAccent
  readonly dark: MailAccent
}

/** The tokens of the design system that a mail needs; mail programs know no custom properties. */
export const look = {
  light: {
    paper: '#FBFAF6',
    ink: '#15202B',
    quiet: '#46525D',
    line: '#E2DED3',
    ticket: '#F5E8CC',
    stub: '#EBDAB4',
    ticketLine: '#CDB98C',
    ticketInk: '#1A222B',
    ticketQuiet: '#5A4F39',
  },
  dark: {
    paper: '#111A21',
    ink: '#ECE8DD',
    quiet: '#B9C0C1',
    line: '#293640',
    ticket: '#D3C29B',
    stub: '#C6B48B',
    ticketLine: '#9A8758',
    ticketInk: '#161C22',
    ticketQuiet: '#41382A',
  },
} as const

export const defaultAccents: MailAccents = {
  light: { accent: '#0A6450', onAccent: '#FFFFFF', stamp: '#0A6450' },
  dark: { accent: '#5FD0AE', onAccent: '#05231B', stamp: '#094B3C' },
}

export const faces = {
  display: "'Bricolage Grotesque', 'Arial Narrow', Arial, sans-serif",
  text: "'Hanken Grotesk', -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
  mono: "'Martian Mono', ui-monospace, Menlo, Consolas, monospace",
} as const

const colour = /^#[0-9a-f]{6}$/i

/** The accents that can be used as they are; anything that is not a colour gives way to the default. */
export function safeAccents(accents: MailAccents | null | undefined): MailAccents {
  const theme = (name: 'light' | 'dark'): MailAccent => {
    const { accent, onAccent, stamp } = accents?.[name] ?? {}
    return [accent, onAccent, stamp].every((value) => colour.test(value ?? ''))
      ? (accents?.[name] ?? defaultAccents[name])
      : defaultAccents[name]
  }
  return { light: theme('light'), dark: theme('dark') }
}

/** What mail programs in dark mode put in place of the inline colours. The doubled selectors are for Outlook on the web. */
export function darkRules({ dark }: MailAccents): string {
  const rules: readonly (readonly [string, string])[] = [
    ['paper', `background-color:${look.dark.paper}!important`],
    ['ink', `color:${look.dark.ink}!important`],
    ['quiet', `color:${look.dark.quiet}!important`],
    ['line', `border-color:${look.dark.line}!important`],
    ['link', `color:${dark.accent}!important`],
    ['press', `background-color:${dark.accent}!important;color:${dark.onAccent}!important`],
    ['ticket', `background-color:${look.dark.ticket}!important;border-color:${look.dark.ticketLine}!important`],
    ['stub', `background-color:${look.dark.stub}!important;border-color:${look.dark.ticketLine}!important`],
    ['ticket-ink', `color:${look.dark.ticketInk}!important`],
    ['ticket-quiet', `color:${look.dark.ticketQuiet}!important`],
    // A logo has colours of its own, often dark ones: at night it stands on a scrap of paper.
    ['logo', `background-color:${look.light.paper}!important;padding:3px!important;border-radius:4px!important`],
    ['stamp', `color:${dark.stamp}!important;border-color:${dark.stamp}!important`],
  ]
  const media = rules.map(([name, style]) => `.${name}{${style}}`).join('')
  const outlook = rules.map(([name, style]) => `[data-ogsc] .${name},[data-ogsb] .${name}{${style}}`).join('')
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${media}}${outlook}`
}
