import { describe, expect, test } from '@jest/globals'
import { decodeQR } from 'qr/decode.js'
import fc from 'fast-check'
import { badgeMatrix, badgePublicKey, readBadgeCode, signBadgeCode, verifyBadgeCode } from './index.js'

const secretKey = new Uint8Array(32).fill(7)
const publicKey = badgePublicKey(secretKey)
const claim = { eventId: '0197a000-0000-7000-8000-00000000000a', applicationId: '0197a000-0000-7000-8000-00000000000b', epoch: 3 }
const claims = fc.record({ eventId: fc.uuid(), applicationId: fc.uuid(), epoch: fc.nat({ max: 0xffff_ffff }) })

describe('a badge code', () => {
  test('comes back as what was signed', () => {
    fc.assert(
      fc.property(claims, (any) => {
        const code = signBadgeCode(any, secretKey)
        expect(code).toMatch(/^TU1:[A-Z2-7]{160}$/)
        expect(verifyBadgeCode(code, publicKey)).toEqual(any)
      }),
      { numRuns: 25 },
    )
  })

  test('with any one character changed is worth nothing', () => {
    const code = signBadgeCode(claim, secretKey)
    fc.assert(
      fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(...'ABCXYZ27 1a'), (at, character) => {
        const forged = code.slice(0, at) + character + code.slice(at + 1)
        expect(verifyBadgeCode(forged, publicKey)).toEqual(forged.trim() === code ? claim : null)
      }),
      { numRuns: 60 },
    )
  })

  test('of another installation is worth nothing', () => {
    const code = signBadgeCode(claim, new Uint8Array(32).fill(8))
    expect(readBadgeCode(code)).toEqual(claim)
    expect(verifyBadgeCode(code, publicKey)).toBeNull()
  })

  test.each(['', 'TU1:', 'TU2:ABC', 'https://example.org/', 'T'.repeat(164), 'TU1:'.padEnd(164, '='), '\u0000'.repeat(164)])(
    '%j is no badge and no error',
    (text) => {
      expect(readBadgeCode(text)).toBeNull()
      expect(verifyBadgeCode(text, publicKey)).toBeNull()
    },
  )

  test.each([
    { ...claim, eventId: 'x' },
    { ...claim, applicationId: claim.applicationId.toUpperCase() },
    { ...claim, epoch: -1 },
    { ...claim, epoch: 2 ** 32 },
  ])('is not signed for %j', (wrong) => {
    expect(() => signBadgeCode(wrong, secretKey)).toThrow(RangeError)
  })

  test('is read from its own drawing', () => {
    const code = signBadgeCode(claim, secretKey)
    expect(decodeQR(picture(badgeMatrix(code), 4, 4))).toBe(code)
  })
})

/** A matrix as RGBA pixels, with a quiet zone. */
function picture(matrix: boolean[][], scale: number, quiet: number): { width: number; height: number; data: Uint8ClampedArray } {
  const size = (matrix.length + 2 * quiet) * scale
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (matrix[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet]) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  }
  return { width: size, height: size, data }
}
