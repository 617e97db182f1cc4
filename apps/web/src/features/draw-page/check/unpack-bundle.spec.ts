import { describe, expect, test } from '@jest/globals'
import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { unpackBundle } from './unpack-bundle.js'

const lines = Array.from({ length: 5000 }, (_, line) => `${line.toString(16).padStart(64, '0')} 1 1 -\n`).join('')
const texts = { 'manifest.json': '{"v":1}', 'entries.txt': lines, 'excluded.txt': '', 'log.jsonl': '{"seq":1}\n', 'rules.txt': 'One each.' }
const contents = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))
const archive = zipSync(contents)

function inPieces(bytes: Uint8Array, length: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, piece) => bytes.slice(piece * length, (piece + 1) * length))
}

/** As a server writes it that does not know the sizes beforehand. */
function streamed(): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((_error, piece) => pieces.push(piece))
  for (const [name, content] of Object.entries(contents)) {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(content, true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(pieces))
}

describe('a proof that arrives as an archive', () => {
  test.each([
    ['with the sizes first', archive],
    ['with the sizes behind', streamed()],
    ['that is stored', zipSync(contents, { level: 0 })],
  ])('%s is unpacked whatever the pieces', async (_, bytes) => {
    for (const length of [bytes.length, 1000, 7]) {
      const files = await unpackBundle(inPieces(bytes, length))
      expect(strFromU8(files.entries)).toBe(lines)
      expect([files.manifest, files.excluded, files.log].map((file) => file && strFromU8(file))).toEqual(['{"v":1}', '', '{"seq":1}\n'])
    }
  })

  test('may lack the excluded tickets, and nothing else', async () => {
    const without = (name: string) => [zipSync(Object.fromEntries(Object.entries(contents).filter(([other]) => other !== name)))]
    expect((await unpackBundle(without('excluded.txt'))).excluded).toBeNull()
    for (const name of ['manifest.json', 'entries.txt', 'log.jsonl'])
      await expect(unpackBundle(without(name))).rejects.toThrow(`${name} is not in the archive`)
  })

  test('is refused when it breaks off, is no archive, or would fill the memory', async () => {
    await expect(unpackBundle([archive.slice(0, archive.length / 2)])).rejects.toThrow()
    await expect(unpackBundle([strToU8('<!doctype html>')])).rejects.toThrow('manifest.json is not in the archive')
    await expect(unpackBundle([archive], 100_000)).rejects.toThrow('the archive holds more than 100000 bytes')
  })
})
