import { canonicalJson } from '../canonical/canonical-json.js'
import { requireShallow } from '../canonical/require-shallow.js'
import { DrawFormError } from '../errors.js'
import { isPlainObject } from '../manifest/form.js'
import { requireOneReading } from './require-one-reading.js'
import type { BundleFiles } from './verify-step.js'

const utf8 = new TextEncoder()
/** Lists of half a million units are rather packed as files. */
const MAX_CHARACTERS = 32 * 1024 * 1024
const PRINTABLE_ASCII = /^[\u0020-\u007e]*$/

/**
 * The files of a bundle that came as one JSON document: `{bundle: {manifest, entries, log, excluded?}}`, entries and
 * excluded as lists of lines without LF, log as a list of events. Only the shape is looked at here, and that nobody can read
 * it otherwise; `verifyBundle` judges the rest. Beside `bundle` anything may stand.
 * @throws DrawFormError when it is not such a document, has more than 32 MB, or could be read in two ways: a key twice, a
 * number in another than its canonical spelling, a byte order mark, a line with a character outside U+0020 to U+007E.
 */
export function bundleFromJson(text: string): BundleFiles {
  if (text.length > MAX_CHARACTERS) throw notABundle('', `has ${text.length} characters, as JSON it may have ${MAX_CHARACTERS}`)
  if (text.startsWith('\uFEFF')) throw notABundle('', 'begins with a byte order mark, JSON has none')
  requireShallow(text, 'bundle')
  const document = parse(text)
  requireOneReading(text)
  const bundle = isPlainObject(document) ? document['bundle'] : undefined
  if (!isPlainObject(bundle)) throw notABundle('bundle', 'must be an object with manifest, entries and log')
  const { manifest, entries, excluded, log } = bundle
  if (!isPlainObject(manifest)) throw notABundle('bundle.manifest', 'must be an object')
  if (!Array.isArray(log)) throw notABundle('bundle.log', 'must be a list of events')
  return {
    manifest: utf8.encode(textOf(manifest)),
    entries: fileOf(linesOf(entries, 'bundle.entries')),
    excluded: excluded === undefined ? null : fileOf(linesOf(excluded, 'bundle.excluded')),
    log: fileOf(log.map(textOf)),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notABundle('', `is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** A value that canonical JSON cannot say is handed on as it is, so that the check of the file names it. */
function textOf(value: unknown): string {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (error instanceof DrawFormError) return JSON.stringify(value)
    throw error
  }
}

function linesOf(lines: unknown, path: string): readonly string[] {
  if (!Array.isArray(lines)) throw notABundle(path, 'must be a list of lines')
  return lines.map((line: unknown, index) => {
    if (typeof line !== 'string') throw notABundle(`${path}[${index}]`, 'must be a line of text')
    if (!PRINTABLE_ASCII.test(line)) throw notABundle(`${path}[${index}]`, 'holds a character outside U+0020 to U+007E')
    return line
  })
}

function fileOf(lines: readonly string[]): Uint8Array {
  return utf8.encode(lines.length === 0 ? '' : `${lines.join('\n')}\n`)
}

function notABundle(path: string, message: string): DrawFormError {
  return new DrawFormError('bundle', [{ path, message }])
}
