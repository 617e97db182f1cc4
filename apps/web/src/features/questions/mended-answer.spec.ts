import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Question, readAnswers } from '#forms'
import { mendedAnswer } from './mended-answer.js'

const asks = (type: Question['type'], settings: Question['settings'] = {}): Question => ({
  id: '01a2016f-7369-74bc-b8a4-46c769f951f1',
  type,
  label: 'What is it?',
  help: null,
  required: true,
  options: [],
  maxLength: 200,
  settings,
  showIf: null,
})

describe('what a wrong answer probably means', () => {
  it.each([
    ['duinlicht.example/sanne', 'https://duinlicht.example/sanne'],
    ['https://duin licht.example/sanne', 'https://duinlicht.example/sanne'],
    ['https:/duinlicht.example', 'https://duinlicht.example'],
    ['HTTP//duinlicht.example', 'http://duinlicht.example'],
    ['https://sanne:geheim@duinlicht.example/sanne', 'https://duinlicht.example/sanne'],
  ])('the link %s is %s', (typed, meant) => {
    expect(mendedAnswer(asks('link'), typed)).toBe(meant)
  })

  it.each([
    ['€ 1.500', '1500'],
    ['1 500', '1500'],
    ['ongeveer 12', '12'],
    ['12 jaar', '12'],
  ])('the number %s is %s', (typed, meant) => {
    expect(mendedAnswer(asks('number', { decimals: 0 }), typed)).toBe(meant)
  })

  it('never suggests a script for a link, nor a number out of its bounds', () => {
    expect(mendedAnswer(asks('link'), 'javascript:alert(1)')).toBeNull()
    expect(mendedAnswer(asks('number', { most: 90 }), 'about 91')).toBeNull()
  })

  it('has nothing to say of an answer that is no text, or of another kind of question', () => {
    expect(mendedAnswer(asks('choices'), ['Train'])).toBeNull()
    expect(mendedAnswer(asks('link'), undefined)).toBeNull()
    expect(mendedAnswer(asks('link'), '')).toBeNull()
    expect(mendedAnswer(asks('short'), 'duin licht.example')).toBeNull()
  })

  it('only ever suggests what would be accepted', () => {
    const question = fc.constantFrom(asks('link'), asks('number'), asks('number', { least: -3, most: 3, decimals: 1 }))
    fc.assert(
      fc.property(question, fc.string(), (one, typed) => {
        const mended = mendedAnswer(one, typed)
        if (mended !== null) expect(readAnswers([one], { [one.id]: mended }).errors).toEqual([])
      }),
    )
  })
})
