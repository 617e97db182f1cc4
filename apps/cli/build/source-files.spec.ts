import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { root } from '../root.js'
import { fingerprintOfAll, listFiles } from './source-files.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-sources-'))
  writeFileSync(join(folder, 'b.ts'), 'export const b = 1')
  writeFileSync(join(folder, 'a.ts'), 'export const a = 1')
})

afterEach(() => rmSync(folder, { recursive: true }))

const fingerprint = () => fingerprintOfAll(listFiles(relative(root, folder)))

describe('fingerprintOfAll()', () => {
  test('stays the same for the same content, whatever the times of the files', () => {
    const before = fingerprint()
    utimesSync(join(folder, 'a.ts'), new Date(0), new Date(0))
    expect(fingerprint()).toBe(before)
  })

  test('changes with a content, a name and a new file', () => {
    const seen = [fingerprint()]
    writeFileSync(join(folder, 'a.ts'), 'export const a = 2')
    seen.push(fingerprint())
    renameSync(join(folder, 'a.ts'), join(folder, 'c.ts'))
    seen.push(fingerprint())
    writeFileSync(join(folder, 'd.ts'), '')
    seen.push(fingerprint())
    expect(new Set(seen).size).toBe(4)
  })
})

describe('listFiles()', () => {
  test('lists in a fixed order and ignores a folder that is not there', () => {
    expect(listFiles(relative(root, folder), 'no-such-folder').map((file) => basename(file))).toEqual(['a.ts', 'b.ts'])
  })
})
