import { describe, expect, it } from '@jest/globals'
import { Recent } from './recent.js'

/** Work that counts how often it was done. */
function counted(answer: (time: number) => string) {
  const work = Object.assign(
    async () => {
      work.times += 1
      return answer(work.times)
    },
    { times: 0 },
  )
  return work
}

describe('recent results', () => {
  it('are worked out once, however many ask at the same time', async () => {
    const recent = new Recent<string>(2)
    const work = counted((time) => `zip ${time}`)
    const asked = Array.from({ length: 50 }, () => recent.get('head', work))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['zip 1']))
    expect(work.times).toBe(1)
  })

  it('are forgotten when others came later', async () => {
    const recent = new Recent<string>(2)
    const work = counted(String)
    for (const key of ['one', 'two', 'three', 'two']) await recent.get(key, work)
    expect(work.times).toBe(3)
    expect(await recent.get('one', work)).toBe('4')
  })

  it('that failed are tried again', async () => {
    const recent = new Recent<string>(2)
    await expect(recent.get('head', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
    expect(await recent.get('head', counted(String))).toBe('1')
  })
})
