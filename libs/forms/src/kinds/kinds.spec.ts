import { describe, expect, test } from '@jest/globals'
import type { Question } from '../question.js'
import { aQuestion } from '../../test/a-question.js'
import { readAnswers } from '../validate-answers.js'

/** What becomes of one answer: as it is kept, or the code of what is wrong with it and the values that the message names. */
function fate(changes: Partial<Question>, typed: string | string[]): unknown {
  const { answers, errors } = readAnswers([aQuestion(changes)], { q: typed })
  const [error] = errors
  return error === undefined ? answers['q'] : [error.code, ...Object.values(error.values)]
}

describe('a number', () => {
  test.each([
    ['42', '42'],
    [' 007 ', '7'],
    ['+3', '3'],
    ['-0', '0'],
    ['−12', '-12'],
  ])('reads %j as %s', (typed, kept) => expect(fate({ type: 'number' }, typed)).toBe(kept))

  test('takes a comma as well as a point, and keeps nothing superfluous', () => {
    const settings = { decimals: 2 }
    expect(fate({ type: 'number', settings }, '1,50')).toBe('1.5')
    expect(fate({ type: 'number', settings }, '1234.5')).toBe('1234.5')
    expect(fate({ type: 'number', settings }, '-0,00')).toBe('0')
  })

  test.each(['1.234,5', '1,234.5', '1 234', '1e3', '0x10', 'Infinity', 'twelve', '--1', '.', '٣'])(
    'does not guess what %j means',
    (typed) => expect(fate({ type: 'number', settings: { decimals: 6 } }, typed)).toEqual(['notANumber']),
  )

  test('takes a thousand with a point for a mistake, not for one', () => {
    expect(fate({ type: 'number' }, '1.000')).toEqual(['notWhole'])
    expect(fate({ type: 'number', settings: { decimals: 2 } }, '1.000')).toEqual(['tooManyDecimals', 2])
  })

  test('names the bound that it passes', () => {
    const settings = { least: 1, most: 30 }
    expect(fate({ type: 'number', settings }, '0')).toEqual(['tooSmall', 1])
    expect(fate({ type: 'number', settings }, '31')).toEqual(['tooLarge', 30])
    for (const right of ['1', '30']) expect(fate({ type: 'number', settings }, right)).toBe(right)
  })
})

describe('a date', () => {
  test('is a day of the calendar', () => {
    expect(fate({ type: 'date' }, '2028-02-29')).toBe('2028-02-29')
    for (const none of ['2027-02-29', '2027-2-9', '29-02-2028', '2027-13-01', '+012027-01-01', 'tomorrow', '2027-01-01T00:00'])
      expect(fate({ type: 'date' }, none)).toEqual(['notADate'])
  })

  test('lies between the first and the last day', () => {
    const settings = { earliest: '1990-01-01', latest: '2009-03-01' }
    expect(fate({ type: 'date', settings }, '1989-12-31')).toEqual(['tooEarly', '1990-01-01'])
    expect(fate({ type: 'date', settings }, '2009-03-02')).toEqual(['tooLate', '2009-03-01'])
    expect(fate({ type: 'date', settings }, '2009-03-01')).toBe('2009-03-01')
    expect(fate({ type: 'date' }, '0001-01-01')).toEqual(['tooEarly', '1900-01-01'])
  })
})

test('a country is a code of ISO 3166-1, in capitals', () => {
  expect(fate({ type: 'country' }, 'nl')).toBe('NL')
  for (const none of ['XX', 'NLD', 'Nederland', 'ß']) expect(fate({ type: 'country' }, none)).toEqual(['notACountry'])
})

describe('a link', () => {
  test.each([
    ['https://example.com', 'https://example.com/'],
    ['example.com/me?x=1#y', 'https://example.com/me?x=1#y'],
    ['HTTP://Bücher.example/ä', 'http://xn--bcher-kva.example/%C3%A4'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
  ])('keeps %s as %s', (typed, kept) => expect(fate({ type: 'link' }, typed)).toBe(kept))

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'mailto:me@example.com',
    'http://localhost/',
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://[::1]/',
    'https://',
    'my site',
  ])('refuses %s', (typed) => expect(fate({ type: 'link' }, typed)).toEqual(['notALink']))

  test('has no password and is not endless', () => {
    expect(fate({ type: 'link' }, 'https://me:secret@example.com/')).toEqual(['linkWithPassword'])
    expect(fate({ type: 'link' }, `https://example.com/${'a'.repeat(2000)}`)).toEqual(['tooLong', 2000])
    expect(fate({ type: 'link' }, `https://example.com/${'a'.repeat(900_000)}`)).toEqual(['tooLong', 2000])
  })
})

test('a consent is yes or nothing, and one that is required must be given', () => {
  expect(fate({ type: 'consent' }, 'yes')).toBe('yes')
  expect(fate({ type: 'consent' }, 'no')).toEqual(['mustAgree'])
  expect(readAnswers([aQuestion({ type: 'consent', required: true })], {}).errors).toEqual([
    { path: 'answers.q', code: 'mustAgree', values: {} },
  ])
  expect(readAnswers([aQuestion({ type: 'consent' })], {}).errors).toEqual([])
})

test('a heading asks nothing', () => {
  expect(fate({ type: 'heading' }, 'hello')).toEqual(['unknownQuestion'])
  expect(readAnswers([aQuestion({ type: 'heading' })], {}).errors).toEqual([])
})

test('a file is named by the id that its upload was given', () => {
  expect(fate({ type: 'file' }, '0192F3A0-1111-7222-8333-444455556666')).toBe('0192f3a0-1111-7222-8333-444455556666')
  for (const none of ['../../etc/passwd', 'photo.jpg', '0192f3a0111172228333444455556666'])
    expect(fate({ type: 'file' }, none)).toEqual(['notAFile'])
})

describe('several choices', () => {
  const options = ['Train', 'Bike', 'On foot']

  test('stand in the order of the options, each once', () => {
    expect(fate({ type: 'choices', options }, ['On foot', 'Train', ' On foot '])).toEqual(['Train', 'On foot'])
    expect(fate({ type: 'choices', options }, 'Bike')).toEqual(['Bike'])
  })

  test('are of the list, and as many as asked for', () => {
    const settings = { fewest: 2, mostChoices: 2 }
    expect(fate({ type: 'choices', options }, ['Bike', 'Rocket'])).toEqual(['notAnOption'])
    expect(fate({ type: 'choices', options, settings }, ['Bike'])).toEqual(['tooFew', 2])
    expect(fate({ type: 'choices', options, settings }, options)).toEqual(['tooMany', 2])
  })

  test('may be none where none is required, even if there is a fewest', () => {
    const question = aQuestion({ type: 'choices', options, settings: { fewest: 2 } })
    expect(readAnswers([question], { q: [] })).toEqual({ answers: {}, errors: [] })
    expect(readAnswers([{ ...question, required: true }], { q: ['', ' '] }).errors).toMatchObject([{ code: 'required' }])
  })
})

test('one answer is asked for where no list is', () => {
  for (const type of ['short', 'long', 'choice', 'number', 'date', 'country', 'link', 'handle', 'file', 'consent', 'rating'] as const)
    expect(fate({ type, options: ['a', 'b'] }, ['a', 'b'])).toEqual(['severalAnswers'])
})
