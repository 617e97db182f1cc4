import { describe, expect, test } from '@jest/globals'
import { applicationStep, type Step, type StepFacts } from './application-step.js'

const hour = (n: number) => new Date(Date.UTC(2027, 4, 10, n))
const close = hour(10)
const deadline = hour(14)
const end = hour(20)

const event = { closesAt: close, endsAt: end, cancelledAt: null, handleProof: { mode: 'off' as const } }
const demanding = { ...event, handleProof: { mode: 'required' as const } }
const confirmed = { confirmedAt: hour(8), handleProvenAt: null, withdrawnAt: null, setAsideAt: null }
const unconfirmed = { ...confirmed, confirmedAt: null }
const ranked = { entered: true, out: false, rank: 37 }
const left = { ...ranked, out: true }
const pending = { state: 'pending' as const, deadline, returnedAt: null }

function step(facts: Partial<StepFacts>, now: Date): Step {
  return applicationStep({ event, application: confirmed, draw: null, beside: null, invitation: null, checkedInAt: null, ...facts }, now)
}

describe('applicationStep', () => {
  test.each<[string, Partial<StepFacts>, Date, Step]>([
    ['a new application', { application: unconfirmed }, hour(9), 'received'],
    ['one whose address is proven', {}, hour(9), 'confirmed'],
    ['one that was not proven in time, at the very moment of the close', { application: unconfirmed }, close, 'unconfirmed'],
    ['one whose account is not proven, until the close', { event: demanding }, hour(9), 'confirmed'],
    ['one whose account was not proven in time', { event: demanding }, close, 'unproven'],
    ['one whose account was', { event: demanding, application: { ...confirmed, handleProvenAt: hour(9) } }, close, 'confirmed'],
    ['one where proof is only a mark', { event: { ...event, handleProof: { mode: 'mark' } } }, close, 'confirmed'],
    ['one that waits for the freeze', {}, hour(11), 'confirmed'],
    ['one in the commitment', { draw: { entered: true, out: false, rank: null } }, hour(11), 'entered'],
    ['one that was taken out of the sealed list', { draw: { entered: true, out: true, rank: null } }, hour(11), 'excluded'],
    ['one that was taken out while it waited', { draw: left }, hour(12), 'excluded'],
    ['one with a seat beside the draw', { draw: { entered: false, out: false, rank: null }, beside: 'picked' }, hour(11), 'seated'],
    ['one whose score has given a seat', { draw: { entered: false, out: false, rank: null }, beside: 'score' }, hour(11), 'seated'],
    [
      'one that its review kept out',
      { draw: { entered: false, out: false, rank: null }, beside: 'below-threshold' },
      hour(12),
      'notEntered',
    ],
    ['one that has no score', { draw: { entered: false, out: false, rank: null }, beside: 'not-reviewed' }, hour(12), 'notEntered'],
    ['a seat beside the draw that is offered', { draw: null, beside: 'picked', invitation: pending }, hour(13), 'invited'],
    ['one with a rank and no seat', { draw: ranked }, hour(12), 'waitlisted'],
    ['one with an open offer', { draw: ranked, invitation: pending }, hour(13), 'invited'],
    ['one whose deadline has struck and is not yet written down', { draw: ranked, invitation: pending }, deadline, 'lapsed'],
    ['a yes', { draw: ranked, invitation: { ...pending, state: 'accepted' } }, hour(15), 'coming'],
    ['a no', { draw: ranked, invitation: { ...pending, state: 'declined' } }, hour(13), 'declined'],
    [
      'a yes that was taken back',
      { draw: ranked, invitation: { ...pending, state: 'declined', returnedAt: hour(15) } },
      hour(16),
      'givenBack',
    ],
    ['silence', { draw: ranked, invitation: { ...pending, state: 'lapsed' } }, hour(15), 'lapsed'],
    ['a seat that was taken away', { draw: left, invitation: { ...pending, state: 'revoked' } }, hour(15), 'revoked'],
    ['a ticket that came back after an appeal', { draw: ranked, invitation: { ...pending, state: 'revoked' } }, hour(15), 'waitlisted'],
    [
      'somebody at the event',
      { draw: ranked, invitation: { ...pending, state: 'accepted' }, checkedInAt: hour(18) },
      hour(21),
      'checkedIn',
    ],
    ['somebody who said yes and was not seen', { draw: ranked, invitation: { ...pending, state: 'accepted' } }, end, 'missed'],
    [
      'a withdrawal, whatever came before',
      { draw: ranked, invitation: pending, application: { ...confirmed, withdrawnAt: hour(12) } },
      hour(13),
      'withdrawn',
    ],
    ['one set aside', { application: { ...confirmed, setAsideAt: hour(9) } }, hour(11), 'setAside'],
    [
      'anybody, when the event is cancelled',
      { event: { ...event, cancelledAt: hour(9) }, draw: ranked, invitation: pending },
      hour(13),
      'cancelled',
    ],
  ])('%s', (_, facts, now, expected) => {
    expect(step(facts, now)).toBe(expected)
  })
})
