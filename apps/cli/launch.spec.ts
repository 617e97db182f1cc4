import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

async function launch(...options: string[]) {
  const { NODE_OPTIONS: _options, ...env } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, 'launch.mjs'), ...options], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  await once(child, 'close')
  return { status: child.exitCode, output: Buffer.concat(output).toString('utf8') }
}

describe('the launcher', () => {
  test('lists the commands when it is given none, without a word from Node itself', async () => {
    const { status, output } = await launch()
    expect(status).toBe(0)
    expect(output).toMatch(/^Commands:\n {2}start /)
    expect(output).not.toMatch(/warning/i)
  })

  test('hands on the exit status of the command', async () => {
    expect((await launch('no-such-command')).status).toBe(1)
  })

  test('says in one line that there is no such benchmark', async () => {
    const { status, output } = await launch('bench', 'no-such-bench')
    expect(status).toBe(1)
    expect(output).toMatch(/^There is no benchmark "no-such-bench": name one of .*\.\n$/)
  })
})
