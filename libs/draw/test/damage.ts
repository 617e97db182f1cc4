import fc from 'fast-check'
import { type BundleFiles, canonicalJson } from '../src/index.js'

/** One thing done to a bundle by somebody who hopes that nobody looks. */
export interface Damage {
  readonly file: 'manifest' | 'entries' | 'excluded' | 'log'
  readonly how: 'replace' | 'insert' | 'delete' | 'swap lines' | 'drop line' | 'repeat line' | 'change number' | 'change field'
  readonly place: number
  readonly byte: number
}

export const arbitraryDamage: fc.Arbitrary<Damage> = fc.record({
  file: fc.constantFrom('manifest', 'entries', 'excluded', 'log'),
  how: fc.constantFrom('replace', 'insert', 'delete', 'swap lines', 'drop line', 'repeat line', 'change number', 'change field'),
  place: fc.nat(1_000_000),
  byte: fc.nat(255),
})

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** The bundle after it; where the damage would change nothing, a line is added to the file instead. */
export function damage(files: BundleFiles, { file, how, place, byte }: Damage): BundleFiles {
  const original = files[file] ?? new Uint8Array(0)
  const text = latin1(original)
  const changed = bytesOf(text === '' ? 'x' : damagedText(text, { how, place, byte }))
  const same = Buffer.compare(changed, original) === 0 || (file === 'log' && `${latin1(changed)}\n` === text)
  return { ...files, [file]: same ? bytesOf(`${text}x\n`) : changed }
}

function damagedText(text: string, { how, place, byte }: Omit<Damage, 'file'>): string {
  const at = place % text.length
  const character = String.fromCharCode(byte)
  if (how === 'replace') return text.slice(0, at) + character + text.slice(at + 1)
  if (how === 'insert') return text.slice(0, at) + character + text.slice(at)
  if (how === 'delete') return text.slice(0, at) + text.slice(at + 1)
  if (how === 'change number') return changedNumber(text, place, byte)
  if (how === 'change field') return changedField(text, place, byte)
  return damagedLines(text.split('\n'), how, place).join('\n')
}

function damagedLines(lines: readonly string[], how: Damage['how'], place: number): string[] {
  const at = place % Math.max(1, lines.length - 1)
  const line = lines[at] ?? ''
  if (how === 'drop line') return lines.toSpliced(at, 1)
  if (how === 'repeat line') return lines.toSpliced(at, 0, line)
  return lines.toSpliced(at, 2, lines[at + 1] ?? '', line)
}

/** A well-formed lie: another number where one stands. */
function changedNumber(text: string, place: number, byte: number): string {
  const numbers = [...text.matchAll(/(?<=[: [,])\d+(?=[,}\] ])/g)]
  const found = numbers[place % Math.max(1, numbers.length)]
  return found === undefined ? '' : text.slice(0, found.index) + String(byte) + text.slice(found.index + found[0].length)
}

/** A well-formed line in which a field has the value of another, or none; of a list, a line in which two hex digits changed. */
function changedField(text: string, place: number, byte: number): string {
  const lines = text.trimEnd().split('\n')
  const at = place % lines.length
  const line = lines[at] ?? ''
  if (!line.startsWith('{')) return text.replaceAll(line.slice(0, 2), byte.toString(16).padStart(2, '0'))
  const value: Record<string, unknown> = JSON.parse(line)
  const fields = Object.keys(value)
  const [field = '', other = ''] = [fields[place % fields.length], fields[byte % fields.length]]
  return (
    lines.with(at, canonicalJson({ ...value, [field]: byte % 3 === 0 ? null : value[other] })).join('\n') +
    (text.endsWith('\n') ? '\n' : '')
  )
}
