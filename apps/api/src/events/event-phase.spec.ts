import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type EventPhase, eventPhase, type EventTimes, phaseTurnsAt } from './event-phase.js'

const at = (text: string): Date => new Date(`${text}Z`)

const published: EventTimes = {
  publishedAt: at('2027-04-19T10:00'),
  cancelledAt: null,
  opensAt: at('2027-05-03T07:00'),
  closesAt: at('2027-05-09T18:00'),
  startsAt: at('2027-05-30T16:00'),
  endsAt: at('2027-05-30T21:30'),
  drawnAt: null,
}
const drawn = { ...published, drawnAt: at('2027-05-10T10:00') }

describe('the phase of an event', () => {
  it.each<[string, EventTimes, EventPhase]>([
    ['2027-05-03T06:59', published, 'announced'],
    ['2027-05-03T07:00', published, 'open'],
    ['2027-05-09T17:59', published, 'open'],
    ['2027-05-09T18:00', published, 'closed'],
    ['2027-05-10T09:59', published, 'closed'],
    ['2027-05-10T10:00', drawn, 'drawn'],
    ['2027-05-30T15:59', drawn, 'drawn'],
    ['2027-05-30T16:00', drawn, 'live'],
    ['2027-05-30T21:29', drawn, 'live'],
    ['2027-05-30T21:30', drawn, 'wrapped'],
    ['2027-08-28T21:29', drawn, 'wrapped'],
    ['2027-08-28T21:30', drawn, 'archived'],
    ['2027-05-30T16:00', published, 'live'],
    ['2027-05-04T00:00', { ...published, publishedAt: null }, 'draft'],
    ['2027-12-31T00:00', { ...published, publishedAt: null }, 'draft'],
    ['2027-05-04T00:00', { ...published, publishedAt: null, startsAt: null }, 'draft'],
    ['2027-04-20T00:00', { ...published, cancelledAt: at('2027-04-20T00:00') }, 'cancelled'],
    ['2027-12-31T00:00', { ...drawn, cancelledAt: at('2027-05-12T00:00') }, 'cancelled'],
  ])('at %s', (now, event, phase) => {
    expect(eventPhase(event, at(now))).toBe(phase)
  })
})

describe('the next turn of a phase', () => {
  const instants = fc.date({ min: at('2027-04-01T00:00'), max: at('2027-10-01T00:00'), noInvalidDate: true })

  it('is where the clock changes it, and not before', () => {
    fc.assert(
      fc.property(instants, fc.double({ min: 0, max: 1, noNaN: true }), (now, part) => {
        const turns = phaseTurnsAt(drawn, now)
        const end = turns?.getTime() ?? now.getTime() + 1e12
        const between = new Date(now.getTime() + Math.floor(part * (end - now.getTime() - 1)))
        expect(eventPhase(drawn, between)).toBe(eventPhase(drawn, now))
        if (turns) expect(eventPhase(drawn, turns)).not.toBe(eventPhase(drawn, now))
      }),
    )
  })
})
