import { Unreadable } from './unreadable.js'

const SPACE = 0x20
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** Other sizes than in the header that we read by, and files with holes under another name. */
const REFUSED_KEYS = /size|sparse/i

/**
 * The path that a pax header gives, or null. A record is `<length> <key>=<value>\n`, and only its length says where it ends:
 * a value may hold line feeds, and what looks like a record.
 */
export function paxPath(records: Uint8Array, { global }: { readonly global: boolean }): string | null {
  let path: string | null = null
  for (const [key, value] of readRecords(records)) {
    if (REFUSED_KEYS.test(key)) throw new Unreadable(`the tar archive has the pax record ${JSON.stringify(key)}, which no bundle needs`)
    if (key !== 'path') continue
    if (global) throw new Unreadable('the tar archive gives all its files one path in a global pax header')
    if (path !== null) throw new Unreadable('the tar archive gives a file two paths in its pax header')
    path = value
  }
  return path
}

function* readRecords(records: Uint8Array): Generator<readonly [key: string, value: string]> {
  for (let start = 0; start < records.length; ) {
    const space = records.indexOf(SPACE, start)
    const digits = utf8.decode(records.subarray(start, space === -1 ? start : Math.min(space, start + 12)))
    const end = start + Number(digits)
    const record = utf8.decode(records.subarray(space + 1, end))
    const sign = record.indexOf('=')
    if (!/^[1-9][0-9]*$/.test(digits) || end > records.length || sign < 1 || !record.endsWith('\n'))
      throw new Unreadable('the tar archive has a pax header with a record that is not as long as it says')
    yield [record.slice(0, sign), record.slice(sign + 1, -1)]
    start = end
  }
}
