import { parseArgs } from 'node:util'
import type { VerifyOptions } from '#draw'
import { reasonOf } from './reason-of.js'
import { Unreadable } from './unreadable.js'

export const USAGE = 'usage: npm run verify -- BUNDLE [--commitment HEX] [--head HEX]   (BUNDLE: folder, .zip, .tar, .tar.gz or .json)'

/** What the command line asks for. */
export interface VerifyArguments {
  readonly help: boolean
  readonly bundle: string
  readonly options: VerifyOptions
}

export function readArguments(args: readonly string[]): VerifyArguments {
  const { values, positionals, tokens } = parse(args)
  const flags = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const repeated = flags.find((flag, index) => flags.indexOf(flag) < index)
  if (repeated !== undefined) throw new Unreadable(`--${repeated} is given twice, once is right; ${USAGE}`)
  if (values.help === true) return { help: true, bundle: '', options: {} }
  const [bundle] = positionals
  if (bundle === undefined) throw new Unreadable(`no bundle named; ${USAGE}`)
  if (positionals.length > 1) throw new Unreadable(`${positionals.length} bundles named, one at a time; ${USAGE}`)
  return { help: false, bundle, options: { ...hash('commitment', values.commitment), ...hash('head', values.head) } }
}

function parse(args: readonly string[]) {
  try {
    const options = { commitment: { type: 'string' }, head: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true })
  } catch (cause) {
    throw new Unreadable(`${reasonOf(cause)}; ${USAGE}`)
  }
}

function hash(name: 'commitment' | 'head', value: string | undefined): VerifyOptions {
  if (value === undefined) return {}
  const hex = value.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Unreadable(`--${name} is ${JSON.stringify(value)}, it must be 64 hex digits`)
  return { [name]: hex }
}
