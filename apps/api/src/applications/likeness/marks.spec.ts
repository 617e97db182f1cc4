import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { foldedName, type LikenessKind, type Likened, markOfHandle, marksOf } from './marks.js'

const questions = { birthdays: ['born'], handles: ['insta', 'masto'] }
const sanne: Likened = { name: 'Sanne Vermeer', emailKey: 'sanne@example.org', handleKey: null, answers: {}, deviceHint: null }

function shared(one: Partial<Likened>, other: Partial<Likened>): LikenessKind[] {
  const marks = new Set(marksOf({ ...sanne, ...one }, questions).map(({ kind, mark }) => `${kind} ${mark}`))
  const common = marksOf({ ...sanne, emailKey: 'someone@else.example', ...other }, questions).filter(({ kind, mark }) =>
    marks.has(`${kind} ${mark}`),
  )
  return [...new Set(common.map(({ kind }) => kind))]
}

describe('what applications have in common', () => {
  it('is a mailbox, if one person reads both addresses', () => {
    expect(shared({ emailKey: 'san.ne+1@gmail.com' }, { emailKey: 'sanne@googlemail.com' })).toEqual(['mailbox', 'lookalike'])
  })

  it('is an address that looks alike, if only tags, dots and digits differ', () => {
    expect(shared({}, { emailKey: 'san.ne99@example.org' })).toEqual(['lookalike'])
    expect(shared({}, { emailKey: 'sanne@example.com' })).toEqual([])
  })

  it('is a handle, whichever field of the form it stands in', () => {
    expect(shared({ handleKey: '@sanne@mastodon.social' }, { answers: { masto: '@Sanne@Mastodon.social' } })).toEqual(['handle'])
    expect(shared({ answers: { insta: '@sanne@instagram.com' } }, { answers: { masto: '@sanne@mastodon.social' } })).toEqual([])
    expect(markOfHandle('@Sanne@Mastodon.social')).toBe(marksOf({ ...sanne, handleKey: '@sanne@mastodon.social' }, questions)[2]?.mark)
  })

  it.each(['sánne VERMEER', 'Vermeer, Sanne', 'Vermeer  Sanne', 'Ｓａｎｎｅ Vermeer'])(
    'is a person, if the birthday is the same and the name is %s',
    (name) => {
      expect(shared({ answers: { born: '1990-04-01' } }, { name, answers: { born: '1990-04-01' } })).toEqual(['person'])
      expect(shared({ answers: { born: '1990-04-01' } }, { name, answers: { born: '1990-04-02' } })).toEqual([])
    },
  )

  it('is never a name alone, nor a birthday alone, nor a name of signs', () => {
    expect(shared({}, { name: 'Sanne Vermeer' })).toEqual([])
    expect(shared({ answers: { born: '1990-04-01' } }, { name: 'Joost', answers: { born: '1990-04-01' } })).toEqual([])
    expect(shared({ name: '…', answers: { born: '1990-04-01' } }, { name: '!', answers: { born: '1990-04-01' } })).toEqual([])
  })

  it('is a device, by its hint', () => {
    expect(shared({ deviceHint: 'ab'.repeat(32) }, { deviceHint: 'ab'.repeat(32) })).toEqual(['device'])
  })

  it('is no other answer, however it is given', () => {
    expect(
      shared({ answers: { other: '1990-04-01', born: ['1990-04-01'] } }, { answers: { other: '1990-04-01', born: ['1990-04-01'] } }),
    ).toEqual([])
  })
})

describe('a folded name', () => {
  it('does not depend on the order of its parts, its case, or folding it again', () => {
    const part = fc.stringMatching(/^[a-zéüñłß]{1,8}$/)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const folded = foldedName(parts.join(' '))
        expect(foldedName(parts.toReversed().join(', '))).toBe(folded)
        expect(foldedName(parts.join(' ').toUpperCase())).toBe(folded)
        expect(foldedName(folded)).toBe(folded)
      }),
    )
  })

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(typeof foldedName(text)).toBe('string')))
  })
})
