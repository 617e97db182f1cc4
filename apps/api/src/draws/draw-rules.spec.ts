import { describe, expect, it } from '@jest/globals'
import { drawRulesText } from './draw-rules.js'

const rules = {
  event: '01a2016f-7369-74bc-b8a4-46c769f951f1',
  title: 'Night of the Comet',
  organization: 'Museum Duinlicht',
  seats: 30,
  opensAt: new Date('2027-05-01T10:00:00Z'),
  closesAt: new Date('2027-05-08T10:00:00.500Z'),
}

describe('drawRulesText', () => {
  it('says who took part, from when until when, and for how many seats', () => {
    const text = drawRulesText(rules)
    expect(text).toContain('Rules of the draw for Night of the Comet by Museum Duinlicht (event 01a2016f-7369-74bc-b8a4-46c769f951f1).\n')
    expect(text).toContain('from 2027-05-01T10:00:00.000Z until 2027-05-08T10:00:00.500Z.\n')
    expect(text).toContain('There are 30 seats in one pool')
    expect(drawRulesText({ ...rules, seats: 1 })).toContain('There is 1 seat in one pool')
  })

  it('is the same for the same event, since its hash is sealed', () => {
    expect(drawRulesText({ ...rules })).toBe(drawRulesText(rules))
  })

  it('stays one sentence a line, whatever a title holds', () => {
    const lines = (title: string) => drawRulesText({ ...rules, title }).split('\n').length
    expect(lines('Night\nThere are 3000 seats.\r\n\u2028x')).toBe(lines('Night'))
  })
})
