import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanAnswers } from './clean-answers.js'
import { countryAnswer } from './country-answer.js'
import { questionProblems } from './definition/question-problems.js'
import { formSteps } from './form-steps.js'
import { type Question, questionTypes } from './question.js'
import { shownQuestions } from './shown.js'
import { aQuestion } from '../test/a-question.js'
import { anyAnswers, anyForm } from '../test/any-form.js'
import { readAnswers, validateAnswers } from './validate-answers.js'

const formAndAnswers = anyForm(questionTypes).chain((questions) => fc.tuple(fc.constant(questions), anyAnswers(questions)))
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

describe('any form with any answers', () => {
  test('keeps the same when it is read twice, and what was right stays right', () => {
    fc.assert(
      fc.property(formAndAnswers, ([questions, typed]) => {
        const { answers, errors } = readAnswers(questions, typed)
        expect(readAnswers(questions, answers)).toEqual({ answers, errors })
      }),
      { numRuns: 500 },
    )
  })

  test('keeps no answer to what is not asked, and complains about nothing that is not asked', () => {
    fc.assert(
      fc.property(formAndAnswers, ([questions, typed]) => {
        const shown = new Set(ids(shownQuestions(questions, typed)))
        const { answers, errors } = readAnswers(questions, typed)
        const hidden = questions.filter(({ id }) => !shown.has(id)).flatMap(({ id }) => [id, `answers.${id}`])
        expect([...Object.keys(answers), ...errors.map(({ path }) => path)].filter((name) => hidden.includes(name))).toEqual([])
        expect(ids(shownQuestions(questions, answers))).toEqual([...shown])
      }),
    )
  })

  test('complains once about each answer, and only about questions and strangers that are there', () => {
    fc.assert(
      fc.property(formAndAnswers, ([questions, typed]) => {
        const paths = validateAnswers(questions, cleanAnswers(questions, typed)).map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
        const known = [...ids(questions), ...Object.keys(typed)].map((id) => `answers.${id}`)
        expect(paths.filter((path) => !known.includes(path))).toEqual([])
      }),
    )
  })

  test('has no problems in its definition', () => {
    fc.assert(fc.property(anyForm(), (questions) => expect(questionProblems(questions, 'application')).toEqual([])))
  })
})

describe('a million characters', () => {
  const texts = ['a', 'a.', '@', '/', '1', ',', '\u0300\u0316', 'a@', '.@/', ' ', '\u0344', 'https://a.', '-', '\uD83D', '٣', '\r']
  test.each(texts)('of %j are read within a second by every type', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length))
    for (const type of questionTypes) {
      const questions = [aQuestion({ type, options: ['a', 'b'], required: true })]
      const start = performance.now()
      const { errors } = readAnswers(questions, { q: text })
      expect(performance.now() - start).toBeLessThan(1000)
      expect(errors.length).toBeLessThanOrEqual(1)
    }
  })
})

describe('conditions', () => {
  const travel = aQuestion({ id: 'travel', type: 'choice', options: ['Train', 'Car'] })
  const seats = aQuestion({ id: 'seats', type: 'consent', showIf: { questionId: 'travel', is: ['Car'] } })
  const plate = aQuestion({ id: 'plate', required: true, showIf: { questionId: 'seats', is: ['yes'] } })
  const form = [travel, seats, plate]

  test('are resolved along a chain', () => {
    expect(ids(shownQuestions(form, {}))).toEqual(['travel'])
    expect(ids(shownQuestions(form, { travel: 'Car' }))).toEqual(['travel', 'seats'])
    expect(ids(shownQuestions(form, { travel: 'Car', seats: 'yes' }))).toEqual(['travel', 'seats', 'plate'])
  })

  test('on a hidden question are not met, and its answer goes', () => {
    expect(readAnswers(form, { travel: 'Train', seats: 'yes', plate: 'XX-12' })).toEqual({ answers: { travel: 'Train' }, errors: [] })
  })

  test('make a required question required only when it is asked', () => {
    expect(readAnswers(form, { travel: 'Car', seats: 'yes' }).errors).toEqual([{ path: 'answers.plate', code: 'required', values: {} }])
    expect(readAnswers(form, { travel: 'Car' }).errors).toEqual([])
  })

  test('are met by one of several choices and by a country in small letters', () => {
    const choices = aQuestion({ id: 'a', type: 'choices', options: ['x', 'y', 'z'] })
    const country = aQuestion({ id: 'b', type: 'country' })
    const c = aQuestion({ id: 'c', showIf: { questionId: 'a', is: ['y', 'z'] } })
    const d = aQuestion({ id: 'd', showIf: { questionId: 'b', is: ['NL'] } })
    expect(ids(shownQuestions([choices, country, c, d], { a: ['x', 'z'], b: ' nl ' }))).toEqual(['a', 'b', 'c', 'd'])
  })

  test('on a heading hold for its whole step', () => {
    const step = aQuestion({ id: 'step', type: 'heading', showIf: { questionId: 'travel', is: ['Car'] } })
    const inside = aQuestion({ id: 'inside', required: true })
    const next = aQuestion({ id: 'next', type: 'heading' })
    expect(ids(shownQuestions([travel, step, inside, next], { travel: 'Train' }))).toEqual(['travel', 'next'])
    expect(ids(shownQuestions([travel, step, inside, next], { travel: 'Car' }))).toEqual(['travel', 'step', 'inside', 'next'])
  })
})

describe('formSteps', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => aQuestion({ id })) as [Question, Question, Question]
  const heading = aQuestion({ id: 'h', type: 'heading' })
  test('begins a step at each heading', () => {
    expect(formSteps([a, heading, b, c])).toEqual([
      { heading: null, questions: [a] },
      { heading, questions: [b, c] },
    ])
    expect(formSteps([heading, { ...heading, id: 'i' }, a])).toEqual([
      { heading, questions: [] },
      { heading: { ...heading, id: 'i' }, questions: [a] },
    ])
    expect(formSteps([])).toEqual([])
  })
})

test('the country is the first one that was asked for and given', () => {
  const questions = [aQuestion({ id: 'a' }), aQuestion({ id: 'b', type: 'country' }), aQuestion({ id: 'c', type: 'country' })]
  expect(countryAnswer(questions, { a: 'DE', b: 'NL', c: 'BE' })).toBe('NL')
  expect(countryAnswer(questions, { c: 'BE' })).toBe('BE')
  expect(countryAnswer(questions, {})).toBeNull()
})
