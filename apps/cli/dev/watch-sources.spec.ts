import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { waitFor } from '../../../test/support/wait-for.js'
import { inRoot } from '../root.js'

let folder: string
let child: ChildProcess
let noticed: string[]
let file: string

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tweetup-watch-')))
  for (const name of ['pages', 'sources']) mkdirSync(join(folder, name))
  file = join(folder, 'sources', 'thing.ts')
  writeFileSync(file, '0')
  noticed = []
  const script = inRoot('test', 'support', 'watching-child.ts')
  child = fork(script, [folder], { execArgv: ['--import', inRoot('apps', 'cli', 'typescript.mjs')] })
  child.on('message', (name) => noticed.push(name as string))
  await waitFor(() => noticed.includes('ready'))
  noticed.length = 0
})

afterEach(async () => {
  child.kill()
  await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
})

/** Does something and waits until a change of the file is noticed. */
async function expectNotice(of: string, change: () => void): Promise<void> {
  noticed.length = 0
  change()
  await waitFor(() => noticed.includes(of), { what: `a change of ${of} to be noticed` })
}

describe('watchSources()', () => {
  test.each<[string, (text: string) => void]>([
    ['in place', (text) => writeFileSync(file, text)],
    [
      'by a rename over it',
      (text) => {
        writeFileSync(`${file}~`, text)
        renameSync(`${file}~`, file)
      },
    ],
    [
      'by deleting and making it',
      (text) => {
        unlinkSync(file)
        writeFileSync(file, text)
      },
    ],
  ])('notices every one of five saves %s', async (_way, save) => {
    for (const text of ['1', '22', '333', '4444', '55555']) await expectNotice('thing.ts', () => save(text))
  })

  test('notices a new folder with a file, and later changes of that file', async () => {
    const created = join(folder, 'sources', 'more', 'new.ts')
    await expectNotice('new.ts', () => {
      mkdirSync(dirname(created))
      writeFileSync(created, '1')
    })
    await expectNotice('new.ts', () => writeFileSync(created, '22'))
  })

  test('takes no notice of a test', async () => {
    await expectNotice('thing.ts', () => {
      writeFileSync(file, '1')
      writeFileSync(join(folder, 'sources', 'thing.spec.ts'), '1')
    })
    expect(noticed).toEqual(['thing.ts'])
  })
})
