import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../config/project-root.js'

const root = projectRoot()

const fonts: Readonly<Record<string, string>> = {
  'display.woff2': 'bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
  'text.woff2': 'hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  'mono.woff2': 'martian-mono/files/martian-mono-latin-standard-normal.woff2',
}

/** The design tokens of the web app, followed by the mailbox's own rules. */
export async function mailboxStyle(): Promise<string> {
  const files = ['apps/web/src/styles/tokens.css', 'apps/api/src/mail/mailbox/mailbox.css']
  return (await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))).join('\n')
}

/** One of the three faces, or undefined. */
export async function mailboxFont(name: string): Promise<Buffer | undefined> {
  const file = Object.hasOwn(fonts, name) ? fonts[name] : undefined
  return file === undefined ? undefined : readFile(join(root, 'node_modules/@fontsource-variable', file))
}

/** The web app's icon. */
export function mailboxIcon(): Promise<Buffer> {
  return readFile(join(root, 'apps/web/src/assets/favicon.svg'))
}
