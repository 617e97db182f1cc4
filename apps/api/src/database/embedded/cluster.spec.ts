import { describe, expect, test } from '@jest/globals'
import { reasonOf } from './cluster.js'

describe('a database that could not be made', () => {
  test.each([
    [
      'initdb: error: could not create directory "/x": Permission denied\n',
      'initdb: error: could not create directory "/x": Permission denied',
    ],
    [
      '2026-01-01 UTC [7] FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device\nchild process exited with exit code 1\n',
      'the disk is full; make room, then start again',
    ],
    [
      'some words\n2026-01-01 UTC [7] FATAL:  could not create shared memory segment\nchild process exited with exit code 1\n',
      '2026-01-01 UTC [7] FATAL:  could not create shared memory segment',
    ],
    ['creating files ...\nchild process was terminated by signal 9: Killed\n', 'child process was terminated by signal 9: Killed'],
  ])('says why in the words of %j', (stderr, reason) => {
    expect(reasonOf({ stderr, code: 1 })).toBe(reason)
  })

  test('says how it ended where it left no word', () => {
    expect(reasonOf({ stderr: '', signal: 'SIGKILL' })).toBe('initdb ended with SIGKILL')
    expect(reasonOf({ code: 'ENOENT' })).toBe('initdb ended with ENOENT')
  })
})
