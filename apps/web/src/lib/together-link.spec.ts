import { describe, expect, it } from '@jest/globals'
import { togetherFragment, togetherToken } from './together-link.js'

describe('togetherToken', () => {
  it('reads what a shared link ends with', () => {
    expect(togetherToken(togetherFragment('aB3-_x'))).toBe('aB3-_x')
  })

  it.each(['', '#', '#step', '#together=', '#together=a b', '#together=<b>', '#x&together=abc', `#together=${'a'.repeat(65)}`])(
    'finds none in %j',
    (hash) => {
      expect(togetherToken(hash)).toBeNull()
    },
  )
})
