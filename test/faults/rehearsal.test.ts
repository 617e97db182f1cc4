import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'

jest.setTimeout(480_000)

const launcher = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'launch.mjs')

test.each([
  ['plays the whole life of an event through HTTP and mail', [], 10],
  ['kills the server twice in a rush', ['--rush', '3s'], 12],
])('a rehearsal %s, and everything holds', async (_, more, proven) => {
  const { NODE_OPTIONS: _options, ...environment } = process.env
  const child = spawn(process.execPath, [launcher, 'rehearse', '--applicants', '150', '--seats', '10', ...more], {
    env: { ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const told: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()))
  const [status] = await once(child, 'close')
  const lines = said.join('').split('\n')
  const checks = lines.filter((line) => /^\s+(ok|FAILED)\s/.test(line))
  expect({ status, failed: checks.filter((line) => !/^\s+ok\s/.test(line)), told: status === 0 ? '' : told.join('') }).toEqual({
    status: 0,
    failed: [],
    told: '',
  })
  expect(checks.length).toBe(proven)
  expect(lines.findLast((line) => line !== '')).toMatch(/^Everything held\./)
})
