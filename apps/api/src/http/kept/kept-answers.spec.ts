import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { loadConfig } from '../../config/config.js'
import { Notifications } from '../../database/notifications.js'
import { isHeld, type MadeAnswer } from './kept-answer.js'
import { KeptAnswers } from './kept-answers.js'

const config = loadConfig({ SECRET_KEY: 'a secret key that only tests know', DATA_DIR: tmpdir() })
const now = new Date('2027-05-01T10:00:00Z')
const made = (body: string, changes: Partial<MadeAnswer> = {}): MadeAnswer => ({
  body,
  type: 'text/plain',
  now,
  turnsAt: undefined,
  headers: {},
  vary: 'accept-encoding',
  ...changes,
})
const newAnswers = () => new KeptAnswers(new Notifications(config), config)

/** Something to be made, and how often it was. */
function counted(changes: Partial<MadeAnswer> = {}) {
  const work = {
    times: 0,
    make: async () => {
      work.times += 1
      const body = `made ${work.times}`
      await pause(5)
      return made(body, changes)
    },
  }
  return work
}

describe('a kept answer', () => {
  it('is made once for everybody who asks at the same time, and for a while after', async () => {
    const [answers, work] = [newAnswers(), counted()]
    await Promise.all(Array.from({ length: 20 }, () => answers.get('a', work.make)))
    await answers.get('a', work.make)
    expect(work.times).toBe(1)
  })

  it('is made anew for whoever asks after something was written, even while it was being made', async () => {
    const [answers, work] = [newAnswers(), counted()]
    const before = answers.get('a', work.make)
    answers.forget()
    const after = answers.get('a', work.make)
    expect((await before).tag).not.toBe((await after).tag)
    expect((await answers.get('a', work.make)).tag).toBe((await after).tag)
    expect(work.times).toBe(2)
  })

  it('lasts until its turn, where that comes sooner', async () => {
    const [answers, work] = [newAnswers(), counted({ turnsAt: new Date(now.getTime() + 1) })]
    await answers.get('a', work.make)
    await answers.get('a', work.make)
    expect(work.times).toBe(2)
  })

  it('is not remembered when it could not be made', async () => {
    const answers = newAnswers()
    await expect(answers.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await answers.get('a', counted().make)).tag).toMatch(/^W\/"/)
  })

  it('has a tag that tells of its content and not of its time', async () => {
    const later = new Date('2027-05-01T10:00:01Z')
    const tagOf = async (answer: MadeAnswer) => (await newAnswers().get('a', async () => answer)).tag
    const tag = await tagOf(made(`x ${now.toISOString()}`))
    expect(await tagOf(made(`x ${later.toISOString()}`, { now: later }))).toBe(tag)
    expect(await tagOf(made(`y ${later.toISOString()}`, { now: later }))).not.toBe(tag)
  })

  it('leaves when newer ones need its room, the one that was made first before the others', async () => {
    const [answers, first, last] = [newAnswers(), counted(), counted()]
    await answers.get('first', first.make)
    const third = 'x'.repeat(21 * 1024 * 1024)
    for (let index = 0; index < 4; index += 1) await answers.get(String(index), async () => made(third + index))
    await answers.get('last', last.make)
    expect(answers.bytes).toBeLessThanOrEqual(64 * 1024 * 1024)
    await answers.get('first', first.make)
    await answers.get('last', last.make)
    expect([first.times, last.times]).toEqual([2, 1])
  })
})

describe('If-None-Match', () => {
  const tag = 'W/"abc"'
  it.each([
    ['W/"abc"', true],
    ['"abc"', true],
    ['*', true],
    ['"x", W/"abc"', true],
    [' W/"abc" ', true],
    ['"abcd"', false],
    ['abc', false],
    ['', false],
    [undefined, false],
  ])('%p holds it: %p', (header, held) => expect(isHeld(header, tag)).toBe(held))
})
