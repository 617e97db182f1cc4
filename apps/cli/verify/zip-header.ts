import { Unreadable } from './unreadable.js'

/** What the central directory of a zip archive says of one file. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Where its own header lies. */
  readonly offset: number
  readonly isLink: boolean
}

const CENTRAL_SIGNATURE = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
const LINK = 0o120000
const FILE_KIND = 0o170000
/** Extra fields by which unpacking programs give an entry other sizes or another name. */
const REFUSED_EXTRAS = new Map([
  [0x0001, 'zip64'],
  [0x7075, 'a second name'],
])

/** An entry of the central directory, and where the next one begins. */
export function readCentralHeader(archive: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (archive.readUInt32LE(at) !== CENTRAL_SIGNATURE) throw new Unreadable(`the zip archive is damaged: no directory at byte ${at}`)
  const [nameBytes, extraBytes, commentBytes] = [
    archive.readUInt16LE(at + 28),
    archive.readUInt16LE(at + 30),
    archive.readUInt16LE(at + 32),
  ]
  const name = nameAt(archive, at + CENTRAL_BYTES, nameBytes)
  requirePlainExtras(archive, at + CENTRAL_BYTES + nameBytes, extraBytes, name)
  const entry = {
    name,
    ...formAt(archive, at + 8),
    ...sizesAt(archive, at + 16),
    offset: archive.readUInt32LE(at + 42),
    isLink: ((archive.readUInt32LE(at + 38) >>> 16) & FILE_KIND) === LINK,
  }
  return { entry, next: at + CENTRAL_BYTES + nameBytes + extraBytes + commentBytes }
}

/** The header before a file, and where its packed bytes begin. */
export function readLocalHeader(archive: Buffer, at: number): Omit<ZipEntry, 'offset' | 'isLink'> & { readonly start: number } {
  if (archive.readUInt32LE(at) !== LOCAL_SIGNATURE) throw new Unreadable(`the zip archive is damaged: no file at byte ${at}`)
  const [nameBytes, extraBytes] = [archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)]
  const name = nameAt(archive, at + LOCAL_BYTES, nameBytes)
  requirePlainExtras(archive, at + LOCAL_BYTES + nameBytes, extraBytes, name)
  return { name, ...formAt(archive, at + 6), ...sizesAt(archive, at + 14), start: at + LOCAL_BYTES + nameBytes + extraBytes }
}

function formAt(archive: Buffer, at: number): Pick<ZipEntry, 'flags' | 'method'> {
  return { flags: archive.readUInt16LE(at), method: archive.readUInt16LE(at + 2) }
}

function sizesAt(archive: Buffer, at: number): Pick<ZipEntry, 'checksum' | 'packedSize' | 'size'> {
  return { checksum: archive.readUInt32LE(at), packedSize: archive.readUInt32LE(at + 4), size: archive.readUInt32LE(at + 8) }
}

function nameAt(archive: Buffer, at: number, length: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(archive.subarray(at, at + length))
}

function requirePlainExtras(archive: Buffer, start: number, length: number, name: string): void {
  for (let at = start; at + 4 <= start + length; at += 4 + archive.readUInt16LE(at + 2)) {
    const refused = REFUSED_EXTRAS.get(archive.readUInt16LE(at))
    if (refused !== undefined) throw new Unreadable(`${name} in the zip archive has ${refused}, which no bundle needs`)
  }
}
