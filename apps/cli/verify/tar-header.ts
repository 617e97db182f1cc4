import { Unreadable } from './unreadable.js'

/** Tar archives are made of blocks of this many bytes. */
export const TAR_BLOCK = 512

/** What we need of the header of an entry (POSIX ustar). */
export interface TarHeader {
  readonly name: string
  readonly size: number
  /** '0' plain file, '5' folder, 'L' and 'x' long names for the next entry, 'g' notes on all; others are links and devices. */
  readonly type: string
}

/** Whether a file begins with a header of ustar. */
export function isTar(file: Uint8Array): boolean {
  return file.length >= TAR_BLOCK && field(file, 0, 257, 5) === 'ustar'
}

/** The header at `offset`; null for the empty block that ends an archive. */
export function readTarHeader(file: Uint8Array, offset: number): TarHeader | null {
  const block = file.subarray(offset, offset + TAR_BLOCK)
  if (block.length < TAR_BLOCK || block.every((byte) => byte === 0)) return null
  if (octal(block, 148, 8) !== checksum(block)) throw new Unreadable(`the tar archive is damaged at byte ${offset}`)
  const prefix = isPosix(block) ? field(block, 0, 345, 155) : ''
  const name = field(block, 0, 0, 100)
  const type = field(block, 0, 156, 1)
  return { name: prefix === '' ? name : `${prefix}/${name}`, size: octal(block, 124, 12), type: type === '' ? '0' : type }
}

/** GNU writes `ustar` and two spaces, and keeps times where POSIX has the first half of a long name. */
function isPosix(block: Uint8Array): boolean {
  return field(block, 0, 257, 6) === 'ustar' && block[262] === 0
}

function field(file: Uint8Array, offset: number, start: number, length: number): string {
  const bytes = file.subarray(offset + start, offset + start + length)
  const end = bytes.indexOf(0)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(end === -1 ? bytes : bytes.subarray(0, end))
}

function octal(block: Uint8Array, start: number, length: number): number {
  const digits = field(block, 0, start, length).trim()
  if (!/^[0-7]{1,12}$/.test(digits)) throw new Unreadable('the tar archive has a header with a number that is not octal')
  return Number.parseInt(digits, 8)
}

/** Sum of all bytes of the header, its own field counted as spaces. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0)
}
