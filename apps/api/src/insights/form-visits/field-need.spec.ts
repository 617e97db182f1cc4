import { describe, expect, it } from '@jest/globals'
import type { Question } from '#forms'
import { askedFields } from './field-need.js'

const question = (id: string, changes: Partial<Question> = {}): Question => ({
  id,
  type: 'short',
  label: `About ${id}`,
  help: null,
  required: true,
  options: [],
  maxLength: 100,
  settings: {},
  showIf: null,
  ...changes,
})
const showIf = { questionId: 'town', is: ['Ghent'] }

describe('a field of a form', () => {
  it('is needed, may stay empty, or is asked of some only', () => {
    const fields = askedFields([question('town'), question('link', { required: false }), question('train', { showIf })])
    expect(fields).toEqual([
      { field: 'town', label: 'About town', need: 'required' },
      { field: 'link', label: 'About link', need: 'optional' },
      { field: 'train', label: 'About train', need: 'conditional' },
    ])
  })

  it('is asked of some only when it stands below a heading that some never see', () => {
    const fields = askedFields([
      question('town'),
      question('abroad', { type: 'heading', showIf }),
      question('passport'),
      question('last', { type: 'heading' }),
      question('badge'),
    ])
    expect(fields.map(({ field, need }) => [field, need])).toEqual([
      ['town', 'required'],
      ['passport', 'conditional'],
      ['badge', 'required'],
    ])
  })
})
