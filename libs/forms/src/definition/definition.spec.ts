import { describe, expect, test } from '@jest/globals'
import type { Question } from '../question.js'
import { aQuestion } from '../../test/a-question.js'
import { questionChanges } from './question-changes.js'
import { questionProblems } from './question-problems.js'

const problems = (...questions: Partial<Question>[]) =>
  questionProblems(
    questions.map((changes, index) => aQuestion({ id: String(index), ...changes })),
    'application',
  ).map(({ path, code }) => `${path} ${code}`)

describe('questionProblems', () => {
  test.each<[string, Partial<Question>, string]>([
    ['a label', { label: ' ' }, '0.label labelMissing'],
    ['no answer to a heading', { type: 'heading', required: true }, '0.required headingRequired'],
    ['ratings in surveys only', { type: 'rating' }, '0.type ratingInSurveyOnly'],
    ['two options', { type: 'choice', options: ['a'] }, '0.options twoOptions'],
    ['different options', { type: 'choices', options: ['a', 'b', ' a'] }, '0.options.2 sameOption'],
    ['options that say something', { type: 'choices', options: ['a', 'b', ' '] }, '0.options.2 optionEmpty'],
    ['its own settings', { type: 'short', settings: { least: 3 } }, '0.settings.least settingForeign'],
    ['a least below the most', { type: 'number', settings: { least: 3, most: 2 } }, '0.settings.least leastAboveMost'],
    ['days', { type: 'date', settings: { earliest: '2027-02-30' } }, '0.settings.earliest notADay'],
    [
      'days in their order',
      { type: 'date', settings: { earliest: '2027-02-03', latest: '2027-02-01' } },
      '0.settings.earliest earliestAfterLatest',
    ],
    [
      'no more than there is',
      { type: 'choices', options: ['a', 'b'], settings: { mostChoices: 3 } },
      '0.settings.mostChoices moreThanOptions',
    ],
    [
      'fewest below most',
      { type: 'choices', options: ['a', 'b'], settings: { fewest: 2, mostChoices: 1 } },
      '0.settings.fewest fewestAboveMost',
    ],
    [
      'a name for its document',
      { type: 'consent', settings: { documentUrl: 'https://a.example/' } },
      '0.settings.documentTitle documentTitleMissing',
    ],
    [
      'a document that can be opened',
      { type: 'consent', settings: { documentTitle: 'Rules', documentUrl: 'javascript:alert(1)' } },
      '0.settings.documentUrl documentUrlWrong',
    ],
  ])('a question needs %s', (_, changes, problem) => expect(problems(changes)).toEqual([problem]))

  test('a condition looks at a question above that has fixed answers, and at answers it has', () => {
    const on = (questionId: string, ...is: string[]) => ({ showIf: { questionId, is } })
    const choice = { type: 'choice', options: ['a', 'b'] } as const
    expect(problems(on('9', 'a'))).toEqual(['0.showIf.questionId conditionUnknown'])
    expect(problems(on('0', 'a'))).toEqual(['0.showIf.questionId conditionNotAbove'])
    expect(problems(on('1', 'a'), choice)).toEqual(['0.showIf.questionId conditionNotAbove'])
    expect(problems({}, on('0', 'a'))).toEqual(['1.showIf.questionId conditionType'])
    expect(problems(choice, on('0'))).toEqual(['1.showIf.is conditionEmpty'])
    expect(problems(choice, on('0', 'a', 'z'))).toEqual(['1.showIf.is.1 conditionOption'])
    expect(problems(choice, on('0', 'b'))).toEqual([])
    expect(problems({ type: 'country' }, on('0', 'NL'), { type: 'consent' }, on('2', 'yes'))).toEqual([])
  })

  test('a form has at most sixty questions, and five for files', () => {
    expect(problems(...Array.from({ length: 61 }, () => ({})))).toEqual([' tooManyQuestions'])
    expect(problems(...Array.from({ length: 7 }, () => ({ type: 'file' as const })))).toEqual([
      '5.type tooManyFiles',
      '6.type tooManyFiles',
    ])
  })

  test('two questions are not one, and a survey takes no files', () => {
    expect(problems({ id: 'a' }, { id: 'a' })).toEqual(['1.id idTwice'])
    expect(questionProblems([aQuestion({ type: 'file' }), aQuestion({ id: 'r', type: 'rating' })], 'survey')).toMatchObject([
      { path: '0.type', code: 'fileInApplicationOnly' },
    ])
  })
})

describe('questionChanges', () => {
  const before = aQuestion({ type: 'choices', options: ['a', 'b', 'c'] })
  const codes = (from: Question, to: Partial<Question>) => questionChanges([from], [{ ...from, ...to }]).map(({ code }) => code)

  test('says nothing of words, order and wider limits', () => {
    const other = aQuestion({ id: 'r' })
    expect(questionChanges([before, other], [other, { ...before, label: 'Else', help: 'Hm', options: ['c', 'b', 'a', 'd'] }])).toEqual([])
    expect(codes(aQuestion({ type: 'short' }), { type: 'long', maxLength: 2000 })).toEqual([])
    expect(codes(aQuestion({ type: 'number', settings: { least: 3, most: 4 } }), { settings: { least: 2 } })).toEqual([])
  })

  test.each<[string, Question, Partial<Question>]>([
    ['retyped', before, { type: 'choice' }],
    ['optionRemoved', before, { options: ['a', 'c'] }],
    ['shortened', aQuestion(), { maxLength: 100 }],
    ['narrowed', aQuestion({ type: 'number' }), { settings: { most: 4 } }],
    ['narrowed', aQuestion({ type: 'date', settings: { earliest: '2000-01-01' } }), { settings: { earliest: '2001-01-01' } }],
    ['narrowed', aQuestion({ type: 'handle' }), { settings: { network: 'github' } }],
    ['madeRequired', before, { required: true }],
    ['conditioned', before, { showIf: { questionId: 'x', is: ['a'] } }],
  ])('%s is a change that touches answers', (code, from, to) => expect(codes(from, to)).toEqual([code]))

  test('names what is gone and what is new', () => {
    expect(questionChanges([before], [{ ...aQuestion({ required: true, label: 'New' }), id: undefined }])).toEqual([
      { questionId: 'q', label: 'Why?', code: 'removed', values: {} },
      { questionId: null, label: 'New', code: 'requiredAdded', values: {} },
    ])
  })
})
