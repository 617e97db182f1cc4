import { describe, expect, it } from '@jest/globals'
import type { Question } from '../../lib/api/types.js'
import { isShown, minutesFor, stepOf, stepsOf } from './form-plan.js'

const asks = (id: string, type: Question['type'] = 'short', showIf: Question['showIf'] = null): Question => ({
  id,
  type,
  label: id,
  help: null,
  required: false,
  options: type === 'choice' ? ['Train', 'Car'] : [],
  maxLength: 200,
  settings: {},
  showIf,
})
const names = (questions: readonly Question[]) =>
  stepsOf(questions).map((step) =>
    step.name === 'questions' ? [step.heading?.id ?? null, ...step.questions.map(({ id }) => id)] : step.name,
  )

const car = { questionId: 'travel', is: ['Car'] }

describe('the steps of a form', () => {
  it('are who she is, what is asked under each heading, and the last look', () => {
    expect(names([asks('town'), asks('about', 'heading'), asks('age'), asks('work', 'heading'), asks('film')])).toEqual([
      'you',
      [null, 'town'],
      ['about', 'age'],
      ['work', 'film'],
      'send',
    ])
  })

  it('ask for the account name exactly once', () => {
    const forms = [[], [asks('town')], [asks('about', 'heading'), asks('age')], [asks('town'), asks('about', 'heading'), asks('age')]]
    for (const form of forms) expect(stepsOf(form).filter((step) => step.name !== 'send' && step.asksHandle)).toHaveLength(1)
  })

  it('have a step for the account name where the organizer asks nothing', () => {
    expect(names([])).toEqual(['you', [null], 'send'])
  })

  it('pass over a step of which no question applies', () => {
    const questions = [asks('travel', 'choice'), asks('parking', 'heading'), asks('plate', 'short', car)]
    const parking = stepsOf(questions)[2]
    if (!parking) throw new Error('There is no step for the car.')
    expect(isShown(parking, questions, { travel: 'Car' })).toBe(true)
    expect(isShown(parking, questions, { travel: 'Train' })).toBe(false)
    expect(isShown(parking, questions, {})).toBe(false)
  })

  it('keep the step of the account name, whatever applies', () => {
    const questions = [asks('plate', 'short', car)]
    expect(stepsOf(questions).every((step) => isShown(step, questions, {}))).toBe(true)
  })

  it('are found by the field that the server complains about', () => {
    const steps = stepsOf([asks('town'), asks('about', 'heading'), asks('age')])
    expect(
      ['name', 'email', 'handle', 'answers.town', 'answers.age', 'consent', 'answers.gone', 'device'].map((path) => stepOf(steps, path)),
    ).toEqual([steps[0], steps[0], steps[1], steps[1], steps[2], steps[3], null, null])
  })
})

describe('the minutes that a form takes', () => {
  it('are at least one, and more for more to write', () => {
    expect(minutesFor(stepsOf([]))).toBe(1)
    const long = Array.from({ length: 8 }, (_, index) => asks(`long-${index}`, 'long'))
    expect(minutesFor(stepsOf(long))).toBe(7)
  })

  it('are none for a heading', () => {
    const steps = stepsOf([asks('town'), asks('age')])
    expect(minutesFor(stepsOf([asks('town'), asks('about', 'heading'), asks('age')]))).toBe(minutesFor(steps))
  })
})
