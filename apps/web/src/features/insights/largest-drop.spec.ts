import { describe, expect, it } from '@jest/globals'
import type { LiveFigures } from '../../lib/api/types.js'
import { largestDrop } from './largest-drop.js'

type Visits = LiveFigures['form'][number]

const field = (name: string, visits: number, need: Visits['need'] = 'required'): Visits => ({ field: name, label: null, need, visits })

describe('where most people leave a form', () => {
  it('is between the two fields with the largest difference', () => {
    const form = [field('name', 176), field('email', 165), field('town', 120), field('sent', 110)]
    expect(largestDrop(form)).toEqual({ before: form[1], after: form[2], left: 45 })
  })

  it('is never at a field that may stay empty or that some are asked only', () => {
    const form = [
      field('name', 60),
      field('seats', 4, 'conditional'),
      field('link', 3, 'optional'),
      field('consent', 55),
      field('sent', 40),
    ]
    expect(largestDrop(form)).toEqual({ before: form[3], after: form[4], left: 15 })
  })

  it('is nowhere while few people leave, or nobody came', () => {
    expect(largestDrop([field('name', 30), field('sent', 21)])).toBeNull()
    expect(largestDrop([])).toBeNull()
  })
})
