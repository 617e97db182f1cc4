import { describe, expect, it } from '@jest/globals'
import { Unavailable } from '../../http/index.js'
import { Batches, type Outcome } from './batches.js'

const generous = { lanes: 1, largest: 100, mostWaiting: 1000, mostCharacters: 1_000_000, longestWaitMs: 60_000 }

/** Batches that write down what they were asked to do, and do it when they are let. */
function slowBatches(limits: Partial<typeof generous> = {}) {
  const asked: (readonly string[])[] = []
  const gates: (() => void)[] = []
  const batches = new Batches<string, string>({ ...generous, ...limits }, async (_, items) => {
    asked.push(items)
    await new Promise<void>((resolve) => gates.push(resolve))
    return items.map((item): Outcome<string> => (item.startsWith('bad') ? { error: new Error(item) } : { answer: item.toUpperCase() }))
  })
  return { batches, asked, letOne: () => gates.shift()?.(), turn: () => new Promise((resolve) => setImmediate(resolve)) }
}

describe('batches', () => {
  it('take together what waits for one lane, and answer each with its own outcome', async () => {
    const { batches, asked, letOne, turn } = slowBatches()
    const first = batches.add('line', 'a', 1)
    await turn()
    const others = Promise.allSettled([batches.add('line', 'b', 1), batches.add('line', 'bad', 1), batches.add('line', 'c', 1)])
    letOne()
    expect(await first).toBe('A')
    await turn()
    letOne()
    expect((await others).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual(['B', 'failed', 'C'])
    expect(asked).toEqual([['a'], ['b', 'bad', 'c']])
  })

  it('let no line wait for another to be empty', async () => {
    const { batches, asked, letOne, turn } = slowBatches({ largest: 2 })
    const all = Promise.all([...'abcde'].map((item) => batches.add('crowd', item, 1)).concat(batches.add('quiet', 'z', 1)))
    for (let batch = 0; batch < 4; batch += 1) {
      await turn()
      letOne()
      await turn()
    }
    await all
    expect(asked).toEqual([['a', 'b'], ['z'], ['c', 'd'], ['e']])
  })

  it.each([
    ['items', { mostWaiting: 20 }],
    ['characters', { mostCharacters: 200 }],
  ])('refuse at once what is too much to wait in %s, and lose nothing of what waits', async (_, limits) => {
    const { batches, letOne, turn } = slowBatches({ largest: 7, ...limits })
    const answers = Promise.allSettled(Array.from({ length: 500 }, (__, index) => batches.add('line', `item ${index}`, 10)))
    expect(batches.waiting).toBe(20)
    for (let batch = 0; batch < 3; batch += 1) {
      await turn()
      letOne()
      await turn()
    }
    const outcomes = await answers
    expect(outcomes.slice(0, 20).map((outcome) => outcome.status === 'fulfilled' && outcome.value)).toEqual(
      Array.from({ length: 20 }, (__, index) => `ITEM ${index}`),
    )
    expect(outcomes.slice(20).every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof Unavailable)).toBe(true)
    expect(batches.waiting).toBe(0)
  })

  it('refuse whoever would stand behind somebody who has waited too long', async () => {
    const { batches, letOne, turn } = slowBatches({ longestWaitMs: -1 })
    const first = batches.add('line', 'a', 1)
    await turn()
    const second = batches.add('line', 'b', 1)
    await expect(batches.add('line', 'c', 1)).rejects.toThrow(Unavailable)
    letOne()
    await first
    await turn()
    letOne()
    expect(await second).toBe('B')
  })

  it('fail every item of a batch that fails, and go on', async () => {
    let broken = true
    const batches = new Batches<string, string>(generous, async (_, items) => {
      if (broken) throw new Error('The database is away.')
      return items.map((item) => ({ answer: item }))
    })
    const failed = await Promise.allSettled([batches.add('line', 'a', 1), batches.add('line', 'b', 1)])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    broken = false
    expect(await batches.add('line', 'c', 1)).toBe('c')
  })
})
