import { describe, expect, test } from '@jest/globals'
import { guessPlan } from './guess-plan.js'

const questions = [
  { id: 'a', label: 'Where do you live?', type: 'short' as const },
  { id: 'b', label: 'Your photo', type: 'file' as const },
]

describe('guessPlan()', () => {
  test('knows columns by their names, in any case and with any signs', () => {
    const plan = guessPlan(['Tijdstempel', 'E-MAIL', 'Volledige naam', 'Mastodon', 'where do you live'], [], questions, 'nl')
    expect(plan).toMatchObject({ email: 1, name: 2, handle: 3, answers: { a: 4 } })
  })

  test('knows addresses when it sees them, and takes no column for two things', () => {
    const plan = guessPlan(['Wie', 'Waar'], [['Anna', 'anna@example.org']], questions, 'nl')
    expect(plan).toMatchObject({ email: 1, name: 0, handle: null, answers: {} })
  })
})
