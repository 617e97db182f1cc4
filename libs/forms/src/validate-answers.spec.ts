import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanAnswers } from './clean-answers.js'
import type { Question } from './question.js'
import { aQuestion as question } from '../test/a-question.js'
import { validateAnswers } from './validate-answers.js'

const check = (changes: Partial<Question>, answer?: string) =>
  validateAnswers([question(changes)], cleanAnswers([question(changes)], answer === undefined ? {} : { q: answer }))

describe('validateAnswers', () => {
  test('asks for what is required, and a space is no answer', () => {
    expect(check({ required: true })).toEqual([{ path: 'answers.q', code: 'required', values: {} }])
    expect(check({ required: true }, ' \t ')).toEqual([{ path: 'answers.q', code: 'required', values: {} }])
    expect(check({ required: true }, 'comets')).toEqual([])
  })

  test('lets go of what is not required', () => {
    for (const type of ['short', 'long', 'choice', 'rating'] as const) expect(check({ type })).toEqual([])
  })

  test('counts characters as people do not see them as two', () => {
    expect(check({ maxLength: 3 }, '🦊🦊🦊')).toEqual([])
    expect(check({ maxLength: 3 }, '🦊🦊🦊🦊')).toEqual([{ path: 'answers.q', code: 'tooLong', values: { max: 3 } }])
  })

  test('takes a choice only from its options', () => {
    const options = ['Train', 'Bike']
    expect(check({ type: 'choice', options }, 'Bike')).toEqual([])
    expect(check({ type: 'choice', options }, 'Rocket')).toEqual([{ path: 'answers.q', code: 'notAnOption', values: {} }])
  })

  test('takes a rating from 1 to 5', () => {
    for (const right of ['1', '5']) expect(check({ type: 'rating' }, right)).toEqual([])
    for (const wrong of ['0', '6', '1.5', '05', 'five'])
      expect(check({ type: 'rating' }, wrong)).toEqual([{ path: 'answers.q', code: 'notARating', values: { max: 5 } }])
  })

  test('names answers to questions that the form does not have', () => {
    expect(validateAnswers([], { other: 'hello' })).toEqual([{ path: 'answers.other', code: 'unknownQuestion', values: {} }])
  })

  test('is not fooled by the names of what every object has', () => {
    expect(validateAnswers([question({ id: 'constructor', required: true })], {})).toEqual([
      { path: 'answers.constructor', code: 'required', values: {} },
    ])
  })

  test('says nothing exactly when every answer fits its question', () => {
    const options = ['a', 'b']
    const questions = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        type: fc.constantFrom('short', 'long', 'choice', 'rating'),
        required: fc.boolean(),
        maxLength: fc.integer({ min: 1, max: 20 }),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    )
    fc.assert(
      fc.property(
        questions,
        fc.array(fc.oneof(fc.constant(''), fc.constant('a'), fc.constant('3'), fc.string({ unit: 'binary', maxLength: 40 })), {
          minLength: 5,
          maxLength: 5,
        }),
        (partial, texts) => {
          const form = partial.map((changes) => question({ ...changes, options }))
          const answers = cleanAnswers(form, Object.fromEntries(form.map(({ id }, index) => [id, texts[index] ?? ''])))
          const wrong = form.filter(({ id, type, required, maxLength }) => {
            const answer = answers[id]?.toString()
            if (answer === undefined) return required
            if (type === 'choice') return !options.includes(answer)
            if (type === 'rating') return !['1', '2', '3', '4', '5'].includes(answer)
            return Array.from(answer).length > maxLength
          })
          expect(validateAnswers(form, answers).map(({ path }) => path)).toEqual(wrong.map(({ id }) => `answers.${id}`))
        },
      ),
    )
  })
})
