import { describe, expect, it } from '@jest/globals'
import { oneByOne } from './one-by-one.js'

describe('oneByOne', () => {
  it('does each piece in order and answers how much was done', async () => {
    const seen: number[] = []
    const done = await oneByOne([1, 2, 3], async (piece) => {
      seen.push(piece)
      return piece
    })
    expect([seen, done]).toEqual([[1, 2, 3], 6])
  })

  it('goes on after a failure and names it in the end', async () => {
    const seen: number[] = []
    const work = async (piece: number) => {
      if (piece % 2 === 0) throw new Error(`${piece} is even`)
      seen.push(piece)
      return 1
    }
    await expect(oneByOne([1, 2, 3, 4, 5], work)).rejects.toThrow('2 is even\n4 is even')
    expect(seen).toEqual([1, 3, 5])
  })

  it('says a reason once, however often it comes', async () => {
    const failing = oneByOne([1, 2], () => Promise.reject(new Error('the relays are silent')))
    await expect(failing).rejects.toThrow(/^the relays are silent$/)
  })

  it('has nothing to do with nothing', async () => {
    expect(await oneByOne([], () => Promise.reject(new Error('never called')))).toBe(0)
  })
})
