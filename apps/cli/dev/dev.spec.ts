import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inRoot } from '../root.js'
import { placeOf } from './place-of.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-dev-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts `npm run dev` where it must refuse; answers its exit status and what it complained of. */
async function developInVain(settings: Record<string, string>) {
  const { NODE_OPTIONS: _options, DATABASE_URL: _database, ...environment } = process.env
  const child = spawn(process.execPath, [inRoot('apps/cli/launch.mjs'), 'dev'], {
    env: { ...environment, PORT: '0', DATA_DIR: folder, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  await once(child, 'close')
  return { status: child.exitCode, complaint: complaints.join('') }
}

describe('npm run dev', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT="abc" cannot be used: .*\n$/],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY="…" cannot be used: .*\n$/],
    [{ ROLE: 'worker' }, /^ROLE="worker" cannot be used with "npm run dev".*\n$/],
    [{ DATA_DIR: '/dev/null/data' }, /^.*\/dev\/null\/data.*name another one with DATA_DIR\.\n$/],
  ])('ends with one line and status 1 where %j is wrong, with nothing left to follow', async (settings, line) => {
    expect(await developInVain(settings)).toEqual({ status: 1, complaint: expect.stringMatching(line) })
  })
})

describe('placeOf()', () => {
  const thrown = (error: Error, place: string) => Object.assign(error, { stack: `${error.name}: x\n    at f (${place})` })

  test('tells where in our own sources an unforeseen error came from', () => {
    expect(placeOf(thrown(new TypeError('x'), `${inRoot('apps/api/src/a.ts')}:3:7`))).toBe('apps/api/src/a.ts:3:7')
    expect(placeOf(thrown(new SyntaxError('x'), `file://${inRoot('apps/api/src/a.ts')}:3`))).toBe('apps/api/src/a.ts:3')
    expect(placeOf(new Error('x', { cause: 'no error' }))).toMatch(/^apps\/cli\/dev\/dev\.spec\.ts:\d+:\d+$/)
  })

  test('has nothing to add to what was written for a person, or comes from elsewhere', () => {
    const plain = Object.assign(new Error('Set PORT.'), { name: 'PlainError' })
    expect(placeOf(plain)).toBeUndefined()
    expect(placeOf(thrown(new TypeError('x'), `${inRoot('node_modules/a/b.js')}:3:7`))).toBeUndefined()
    expect(placeOf('no error')).toBeUndefined()
  })
})
