import { mkdtempSync, existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { waitFor } from '../../../test/support/wait-for.js'
import { whileBuildingAlone } from './build-lock.js'
import { startOfProcess } from './start-of-process.js'

const longAgo = new Date('2001-09-09T01:46:40Z')

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetup-lock-'))
  lock = join(folder, '.building')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const build = (said: string[] = []) =>
  whileBuildingAlone(
    async () => existsSync(lock),
    (line) => said.push(line),
    lock,
  )

/** A lock as its holder left it at some time. */
function leaveLock(text: string, takenAt: Date): void {
  writeFileSync(lock, text)
  utimesSync(lock, takenAt, takenAt)
}

describe('whileBuildingAlone()', () => {
  test('holds the lock while it works, and not afterwards', async () => {
    expect(await build()).toBe(true)
    expect(existsSync(lock)).toBe(false)
  })

  test('says what it waits for, and works once that is over', async () => {
    const said: string[] = []
    leaveLock(String(process.ppid), new Date())
    const built = build(said)
    await waitFor(() => said.length > 0)
    expect(said).toEqual([`Waiting for process ${process.ppid}, which builds here too (if it does not, delete ${lock})`])
    rmSync(lock)
    expect(await built).toBe(true)
  })

  test.each([
    ['that is empty', '', longAgo],
    ['whose process is gone', String(2 ** 30), new Date()],
    ['whose number now belongs to a younger process', String(process.ppid), longAgo],
  ])('does not wait for a lock %s', async (_which, text, takenAt) => {
    const said: string[] = []
    leaveLock(text, takenAt)
    expect(await build(said)).toBe(true)
    expect(said).toEqual([])
  })
})

test('startOfProcess() tells when a process started', () => {
  const began = Date.now() - process.uptime() * 1000
  expect(Math.abs((startOfProcess(process.pid)?.getTime() ?? 0) - began)).toBeLessThan(2000)
  expect(startOfProcess(2 ** 30)).toBeUndefined()
})
