import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { effortParts, isSolved, readSolution, solveEffort } from './effort.js'
import { firstWord } from './first-word.js'

const token = () => `said.${randomBytes(32).toString('base64url')}`

function solve(challenge: Parameters<typeof solveEffort>[0]) {
  const steps = solveEffort(challenge)
  const told: number[] = []
  for (;;) {
    const step = steps.next()
    if (step.done) return { told, solution: step.value }
    told.push(step.value)
  }
}

const numbersOf = (solution: string) => readSolution(solution)?.numbers ?? []

describe('the first word', () => {
  it('is that of SHA-256', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset)
        const words = Int32Array.from({ length: 10 }, (_, index) => view.getInt32(index * 4))
        expect(firstWord(words)).toBe(createHash('sha256').update(bytes).digest().readUInt32BE())
      }),
    )
  })
})

describe('a challenge', () => {
  it('is solved part by part, and its solution holds', () => {
    const challenge = { token: token(), bits: 6 }
    const { told, solution } = solve(challenge)
    expect(told).toEqual(Array.from({ length: effortParts }, (_, index) => index + 1))
    expect(readSolution(solution)?.token).toBe(challenge.token)
    expect(isSolved(challenge, numbersOf(solution))).toBe(true)
  })

  it('is not solved by what solves another, by fewer parts, by their order turned or by guesses', () => {
    const challenge = { token: token(), bits: 10 }
    const numbers = numbersOf(solve(challenge).solution)
    expect(isSolved({ ...challenge, token: token() }, numbers)).toBe(false)
    expect(isSolved(challenge, numbers.slice(1))).toBe(false)
    expect(isSolved(challenge, [...numbers, 0])).toBe(false)
    expect(isSolved(challenge, numbers.toReversed())).toBe(false)
    expect(
      isSolved(
        challenge,
        numbers.map(() => 0),
      ),
    ).toBe(false)
    expect(isSolved({ ...challenge, bits: 26 }, numbers)).toBe(false)
  })

  it.each([
    ['', 4],
    ['said', 4],
    [`said.${'A'.repeat(42)}`, 4],
    [`${'a'.repeat(201)}.${'A'.repeat(43)}`, 4],
    [`said.${'A'.repeat(43)}`, 29],
    [`said.${'A'.repeat(43)}`, 0.5],
  ])('"%s" with %d bits is none', (text, bits) => {
    expect(() => solve({ token: text, bits })).toThrow(RangeError)
  })

  it('has no solution of another form, whatever is sent', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\w.~-]{0,80}$/))
    fc.assert(fc.property(text, (sent) => expect(readSolution(sent)).toBeNull()))
  })
})
