import { type Guarantee, verifyBundle, type VerifyResult, type VerifyStep } from '#draw'
import { readArguments, USAGE } from './read-arguments.js'
import { readBundle } from './read-bundle.js'
import { Unreadable } from './unreadable.js'
import { inclusionLines, readInclusion } from './verify-inclusion.js'

/** Where the lines go; a terminal, or a list in a test. */
export interface VerifyOutput {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

const MARKS: Readonly<Record<VerifyStep['status'], string>> = {
  ok: 'ok      ',
  failed: 'FAILED  ',
  skipped: 'skipped ',
  'not-yet': 'not yet ',
}

/** What protocol section 5 says of numbers that somebody may know beforehand. */
const CAVEATS: Readonly<Record<Guarantee, string>> = {
  'public-beacon': '',
  'unknown-beacon': ' The beacon is not a public one: whoever runs it could know the number beforehand.',
  'one-secret':
    ' The number comes from a single contributor: the organizer could compute the result before the list was published and change the list until it suited.',
  'several-secrets': '',
}

const MAX_LINE = 400

/**
 * The whole command: reads the bundle, prints each check and, last, commitment, seed and head.
 * @returns exit status: 0 everything holds (also when it is not drawn yet), 1 a check failed, 2 wrong usage or unreadable
 */
export async function runVerify(args: readonly string[], { out, err }: VerifyOutput): Promise<number> {
  try {
    const { help, bundle, options } = readArguments(args)
    if (help) {
      out(USAGE)
      return 0
    }
    const inclusion = await readInclusion(bundle)
    if (inclusion !== null) {
      const { ok, lines } = inclusionLines(inclusion, options)
      for (const line of lines) out(printable(line))
      return ok ? 0 : 1
    }
    const files = await readBundle(bundle)
    const steps = verifyBundle(files, options)
    for (;;) {
      const { done, value } = await steps.next()
      if (done === true) return summarise(value, out)
      out(printable(`${MARKS[value.status]}${value.id.padEnd(7)} ${value.detail}`))
    }
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    err(printable(`verify: ${cause.message}`))
    return 2
  }
}

function summarise({ ok, drawn, guarantee, commitment, seed, head }: VerifyResult, out: (line: string) => void): number {
  const holds = drawn ? 'Everything holds.' : 'Everything holds so far; not drawn yet.'
  out(ok ? holds + (guarantee === null ? '' : CAVEATS[guarantee]) : 'The bundle does not hold.')
  out(`commitment ${commitment ?? '-'}`)
  out(`seed ${seed ?? '-'}`)
  out(`head ${head ?? '-'}`)
  return ok ? 0 : 1
}

/** A hostile bundle must not steer the terminal, nor fake lines of this command, nor flood it. */
function printable(line: string): string {
  const escaped = line
    .slice(0, MAX_LINE)
    .replace(/[^\u0020-\u007e]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
  return Math.max(line.length, escaped.length) > MAX_LINE ? `${escaped.slice(0, MAX_LINE - 1)}…` : escaped
}
