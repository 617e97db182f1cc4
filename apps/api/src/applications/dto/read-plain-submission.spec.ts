import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { validationPipe } from '../../http/validation.js'
import { readPlainSubmission } from './read-plain-submission.js'
import { SubmitApplicationDto } from './submit-application.dto.js'

const right = {
  name: 'Sanne Vermeer',
  email: 'Sanne@example.org',
  answers: { travel: 'Bike' },
  consent: true,
  locale: 'nl',
  nonce: '0'.repeat(32),
  source: { referrer: 'https://social.example/@duinlicht', campaign: null },
  device: 'a device',
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' a ', 'Zoë', '\u202Eevil', '\0', '\ud800', '🎟', 'x'.repeat(201), '🎟'.repeat(16)),
)
const anything = fc.oneof(
  text,
  fc.constantFrom<unknown>(
    null,
    undefined,
    1,
    true,
    [],
    {},
    ['x'],
    { a: 1 },
    { a: ['b'] },
    { a: ['b', 'c'], d: 'e' },
    { a: [1] },
    { ['__proto__']: 'x' },
  ),
)
const rules = validationPipe()
const fields = [...Object.keys(right), 'handle', 'together', 'website', 'unknown', '__proto__', 'constructor']

describe('a submission that is plainly right', () => {
  it('is read as the rules of the DTO read it, and nothing else is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 3, noNullPrototype: true }), async (changes) => {
        const body = JSON.stringify({ ...right, ...changes })
        const plain = readPlainSubmission(JSON.parse(body))
        if (plain === undefined) return
        const ruled: unknown = await rules.transform(JSON.parse(body), { type: 'body', metatype: SubmitApplicationDto })
        expect({ ...plain }).toEqual({ ...(ruled as object) })
      }),
      { numRuns: 2000 },
    )
  })

  it('is what nearly everybody sends', () => {
    expect(readPlainSubmission(right)).toEqual(right)
    expect(readPlainSubmission({ ...right, name: ' Zoë ', handle: '@zoe@social.example', website: '' })).toMatchObject({ name: 'Zoë' })
  })

  it('is none that the rules refuse', () => {
    for (const wrong of [
      { name: '' },
      { consent: false },
      { email: 'x' },
      { locale: 'fr' },
      { nonce: 'a' },
      { more: 1 },
      { source: { x: '1' } },
    ])
      expect(readPlainSubmission({ ...right, ...wrong })).toBeUndefined()
  })
})
