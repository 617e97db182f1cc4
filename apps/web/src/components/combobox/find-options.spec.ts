import { describe, expect, it } from '@jest/globals'
import { findOptions } from './find-options.js'

const named = (...labels: string[]) => labels.map((label) => ({ value: label, label }))
const found = (typed: string, options = named('België', 'Côte d’Ivoire', 'Guinee-Bissau', 'Nederland', 'Nieuw-Zeeland', 'Zeeland')) =>
  findOptions(options, typed).map(({ label }) => label)

describe('finding an option', () => {
  it('shows all of them while nothing is typed', () => {
    expect(found('')).toHaveLength(6)
    expect(found('  ')).toHaveLength(6)
  })

  it('minds no accents, capitals, apostrophes or hyphens', () => {
    expect(found('belgie')).toEqual(['België'])
    expect(found('COTE DIVOIRE')).toEqual(['Côte d’Ivoire'])
    expect(found('guinee bissau')).toEqual(['Guinee-Bissau'])
  })

  it('puts what begins so before what has a word that begins so', () => {
    expect(found('zee')).toEqual(['Zeeland', 'Nieuw-Zeeland'])
  })

  it('does not look inside words', () => {
    expect(found('derland')).toEqual([])
  })

  it('finds an option by its other names, after those that are called so', () => {
    const options = [{ value: 'NL', label: 'Nederland', also: ['Holland'] }, ...named('Hollandia')]
    expect(found('holland', options)).toEqual(['Hollandia', 'Nederland'])
  })

  it('reads what is typed as words, not as a pattern', () => {
    expect(found('.*')).toEqual([])
    expect(found('(')).toEqual([])
  })
})
