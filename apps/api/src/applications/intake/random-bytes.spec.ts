import { describe, expect, it } from '@jest/globals'
import { RandomBytes } from './random-bytes.js'

describe('random bytes in pieces', () => {
  it('are each given out once, however many are asked for, and stay what they were', () => {
    const random = new RandomBytes(16)
    const pieces = Array.from({ length: 1000 }, () => random.take())
    const texts = pieces.map((piece) => piece.toString('hex'))
    expect(new Set(texts).size).toBe(1000)
    expect(texts.every((text) => text.length === 32)).toBe(true)
    random.take()
    expect(pieces.map((piece) => piece.toString('hex'))).toEqual(texts)
  })
})
