import { describe, expect, test } from '@jest/globals'
import { askable, conditionTrouble, copied, duplicated, moved, withOption, withoutOption } from './change-questions.js'
import type { DraftQuestion } from './draft-question.js'

const question = (key: string, change: Partial<DraftQuestion> = {}): DraftQuestion => ({
  key,
  id: key,
  type: 'choice',
  label: key,
  help: null,
  required: false,
  options: ['Train', 'Bike'],
  maxLength: 200,
  settings: {},
  showIf: null,
  ...change,
})
const after = (key: string, ...is: string[]) => ({ showIf: { questionId: key, is } })
const form = [question('travel'), question('bike', after('travel', 'Bike')), question('why', { type: 'long', options: [] })]

describe('a question that is moved', () => {
  test('keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  })

  test('is told when it comes to stand above what it waits for', () => {
    expect(form.map((_, index) => conditionTrouble(form, index))).toEqual([null, null, null])
    expect(conditionTrouble(moved(form, 1, 0), 0)).toMatchObject({ kind: 'below', at: 1 })
    expect(conditionTrouble(form.slice(1), 0)).toEqual({ kind: 'gone' })
  })
})

test('only what stands above and has answers known beforehand can be waited for', () => {
  const all = [question('a'), question('b', { type: 'short' }), question('c', { type: 'consent' }), question('d')]
  expect(askable(all, 3).map(({ key }) => key)).toEqual(['a', 'c'])
})

describe('a copy', () => {
  test('stands below its original, waits for the same, and has no answers of its own', () => {
    const [, original, copy] = duplicated(form, 1)
    expect(copy).toEqual({ ...original, id: undefined, key: copy?.key })
    expect(copy?.key).not.toBe(original?.key)
  })

  test('from another event waits for the copy of what it waited for', () => {
    const [travel, bike] = copied(form)
    expect(bike?.showIf).toEqual({ questionId: travel?.key, is: ['Bike'] })
    expect(travel?.key).not.toBe('travel')
    expect([travel, bike].map((one) => one && 'id' in one)).toEqual([false, false])
  })

  test('from another event waits for nothing that stayed behind', () => {
    expect(copied(form.slice(1, 2))[0]?.showIf).toBeNull()
  })
})

describe('an answer on a list', () => {
  test('takes the conditions along when it is called otherwise', () => {
    const [travel, bike] = withOption(form, 'travel', 1, 'By bike')
    expect(travel?.options).toEqual(['Train', 'By bike'])
    expect(bike?.showIf?.is).toEqual(['By bike'])
  })

  test('leaves conditions alone while two are called the same', () => {
    const twice = withOption(form, 'travel', 0, 'Bike')
    expect(withOption(twice, 'travel', 0, 'Bike and train')[1]?.showIf?.is).toEqual(['Bike'])
  })

  test('is no longer waited for when it is taken away', () => {
    const [travel, bike] = withoutOption(form, 'travel', 1)
    expect(travel?.options).toEqual(['Train'])
    expect(bike?.showIf?.is).toEqual([])
  })
})
