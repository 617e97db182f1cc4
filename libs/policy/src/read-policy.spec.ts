import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fullPolicy } from '../test/policies.js'
import { readPolicy } from './read-policy.js'
import { usualPolicy } from './usual-policy.js'

/** The policy as JSON, with one place changed. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(fullPolicy) as unknown as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

const problemsOf = (value: unknown) => {
  const read = readPolicy(value)
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : []
}

describe('readPolicy', () => {
  test.each([
    ['the usual policy', usualPolicy],
    ['one with everything in it', fullPolicy],
  ])('reads %s as it stands', (_, policy) => {
    expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ policy })
  })

  test('cleans names to one line of plain text', () => {
    const read = readPolicy(changed('pools.0.called', { nl: '  uit\tNoordwijk \u202E', en: 'from\r\nNoordwijk' }))
    expect(read).toMatchObject({ policy: { pools: [{ called: { nl: 'uit Noordwijk', en: 'from Noordwijk' } }, {}, {}] } })
  })

  test('turns times into UTC', () => {
    const read = readPolicy(changed('pools.1.closesAt', '2027-03-01T12:00:00+01:00'))
    expect(read).toMatchObject({ policy: { pools: [{}, { closesAt: '2027-03-01T11:00:00.000Z' }, {}] } })
  })

  test.each<[string, unknown, string]>([
    ['pools', {}, 'pools form.list'],
    ['pools', Array.from({ length: 21 }, () => usualPolicy.pools[0]), 'pools form.tooMany'],
    ['pools.0', null, 'pools.0 form.object'],
    ['pools.0.seats', undefined, 'pools.0.seats form.wholeNumber'],
    ['pools.0.seats', 2.5, 'pools.0.seats form.wholeNumber'],
    ['pools.0.seats', '20', 'pools.0.seats form.wholeNumber'],
    ['pools.0.seats', -1, 'pools.0.seats form.wholeNumber'],
    ['pools.0.who.kind', 'constructor', 'pools.0.who.kind form.oneOf'],
    ['pools.0.who.tag', 'vip', 'pools.0.who.tag form.unknownField'],
    ['pools.0.called.en', ' \u200E ', 'pools.0.called.en form.required'],
    ['pools.0.called.nl', 'x'.repeat(121), 'pools.0.called.nl form.tooLong'],
    ['pools.1.closesAt', '2027-02-30T12:00:00Z', 'pools.1.closesAt form.instant'],
    ['pools.1.closesAt', 'tomorrow', 'pools.1.closesAt form.instant'],
    ['weights.answers', Array.from({ length: 51 }, () => fullPolicy.weights.answers[0]), 'weights.answers form.tooMany'],
    ['weights.losses', 'cubed', 'weights.losses form.oneOf'],
    ['review.criteria', Array.from({ length: 11 }, () => fullPolicy.review?.criteria[0]), 'review.criteria form.tooMany'],
    ['review.criteria.0.label', 'x'.repeat(101), 'review.criteria.0.label form.tooLong'],
    ['review.blind', 'yes', 'review.blind form.flag'],
    [
      'randomness.contributors',
      Array.from({ length: 11 }, () => fullPolicy.randomness.contributors[0]),
      'randomness.contributors form.tooMany',
    ],
    ['randomness.seed', 'mine', 'randomness.seed form.unknownField'],
    ['extra', true, 'extra form.unknownField'],
  ])('says what is wrong when %s is something else', (path, value, problem) => {
    expect(problemsOf(changed(path, value))).toEqual([problem])
  })

  test('is not fooled by the names of what every object has', () => {
    expect(problemsOf(JSON.parse('{"__proto__": {"pools": []}}'))).toContain('__proto__ form.unknownField')
    expect(problemsOf(Object.create(usualPolicy))).toContain('pools form.list')
  })

  test('stops counting where nobody reads on', () => {
    expect(problemsOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 1])))).toHaveLength(20)
  })

  test('never throws, and what it reads it reads again', () => {
    const paths = ['pools', 'pools.0', 'pools.0.id', 'pools.0.who', 'pools.1.closesAt', 'weights', 'review', 'review.outcome', 'randomness']
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const read = readPolicy(changed(path, value))
        if ('policy' in read) expect(readPolicy(JSON.parse(JSON.stringify(read.policy)))).toEqual(read)
        else expect(read.problems.length).toBeGreaterThan(0)
      }),
    )
    fc.assert(fc.property(fc.anything(), (value) => expect(Object.keys(readPolicy(value))).toHaveLength(1)))
  })
})
