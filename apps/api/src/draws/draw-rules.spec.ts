import { describe, expect, it } from '@jest/globals'
import { usualPolicy } from '#policy'
import type { Event, HandleProofRule } from '../events/index.js'
import { drawRulesText } from './draw-rules.js'

const handleProof: HandleProofRule = { mode: 'off', networks: [], followers: false }
const event = {
  id: '01a2016f-7369-74bc-b8a4-46c769f951f1',
  title: 'Night of the Comet',
  capacity: 30,
  policy: usualPolicy,
  handleProof,
  timeZone: 'Europe/Amsterdam',
  opensAt: new Date('2027-05-01T10:00:00Z'),
  closesAt: new Date('2027-05-08T10:00:00.500Z'),
  answerBy: new Date('2027-05-12T10:00:00Z'),
} as Event
const closesAt = new Date('2027-05-08T10:00:00.500Z')
const text = (changes: Partial<Event> = {}) =>
  drawRulesText({ event: { ...event, ...changes }, organization: 'Museum Duinlicht', questions: [], trialBeacon: true, closesAt })

describe('drawRulesText', () => {
  it('says who took part, from when until when, and for how many seats, in both languages', () => {
    expect(text()).toContain('Rules of the draw for Night of the Comet by Museum Duinlicht (event 01a2016f-7369-74bc-b8a4-46c769f951f1).\n')
    expect(text()).toContain('from 2027-05-01T10:00:00.000Z until 2027-05-08T10:00:00.500Z.\n')
    expect(text()).toContain('All 30 seats are drawn among everybody who applies.\n')
    expect(text()).toContain('Alle 30 plekken worden verloot onder iedereen die zich aanmeldt.\n')
  })

  it('is the same for the same event, since its hash is sealed', () => {
    expect(text()).toBe(text())
  })

  it('stays one sentence a line, whatever a title holds', () => {
    expect(text({ title: 'Night\nThere are 3000 seats.\r\n\u2028x' }).split('\n').length).toBe(text().split('\n').length)
  })
})
