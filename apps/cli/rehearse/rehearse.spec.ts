import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { waitFor } from '../../../test/support/wait-for.js'
import { inRoot } from '../root.js'
import { withoutSettings } from './tweetup-process.js'

jest.setTimeout(120_000)

let temporary: string

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'tweetup-rehearse-spec-'))
  // PostgreSQL's own account has to pass it when this runs as root.
  chmodSync(temporary, 0o755)
})
afterEach(() => rmSync(temporary, { recursive: true, force: true }))

/** Starts a rehearsal whose folders lie in `temporary`, in a process group of its own as a terminal gives one. */
function rehearse(settings: Record<string, string> = {}) {
  const { NODE_OPTIONS: _options, ...environment } = process.env
  const child = spawn(process.execPath, [inRoot('apps/cli/launch.mjs'), 'rehearse', '--applicants', '5000', '--seats', '10'], {
    env: { ...environment, TMPDIR: temporary, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  return { child, ended: once(child, 'close'), output: () => output.join('') }
}

/** The command lines that name the folder: of PostgreSQL, and of what sets it up. */
const processesOn = (folder: string): string[] =>
  execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder))

const databaseRuns = (): boolean => processesOn(temporary).some((line) => /postgres\b.* -D /.test(line))

describe('npm run rehearse', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('that is ended by %s for its whole group leaves nothing behind, and ends with status %d', async (signal, status) => {
    const { child, ended, output } = rehearse()
    await waitFor(databaseRuns, { within: 60_000, what: `PostgreSQL to start:\n${output()}` })
    process.kill(-(child.pid ?? 0), signal)
    expect(await ended).toEqual([status, null])
    expect(readdirSync(temporary).filter((name) => name.startsWith('tweetup-'))).toEqual([])
    expect(processesOn(temporary)).toEqual([])
  })

  test('hands none of the settings of its environment on', () => {
    expect(withoutSettings({ PATH: '/bin', ROLE: 'api', FILES_URL: 's3://a:b@host/bucket', DATABASE_URL: 'postgres://host/db' })).toEqual({
      PATH: '/bin',
    })
  })
})
