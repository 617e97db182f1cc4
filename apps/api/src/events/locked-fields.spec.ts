import { describe, expect, it } from '@jest/globals'
import type { EventTimes } from './event-phase.js'
import { lockedFields } from './locked-fields.js'

const at = (text: string): Date => new Date(`${text}T12:00:00Z`)
const event: EventTimes = {
  publishedAt: at('2027-04-19'),
  cancelledAt: null,
  opensAt: at('2027-05-03'),
  closesAt: at('2027-05-09'),
  startsAt: at('2027-05-30'),
  endsAt: at('2027-05-31'),
  drawnAt: null,
}

describe('the fields of an event', () => {
  it('can all be changed while it is a draft', () => {
    expect(lockedFields({ ...event, publishedAt: null }, at('2027-05-04'))).toEqual([])
  })

  it('keep its address once it is announced', () => {
    expect(lockedFields(event, at('2027-04-20'))).toEqual(['slug'])
  })

  it.each(['2027-05-03', '2027-05-09', '2027-05-30'])('keep the rules of the draw once applications have opened (%s)', (day) => {
    const locked = lockedFields(event, at(day))
    expect(locked).toEqual(expect.arrayContaining(['capacity', 'opensAt', 'closesAt', 'answerBy', 'startsAt', 'timeZone']))
    for (const free of ['title', 'story', 'hostIds', 'agenda', 'practical', 'surveyQuestions', 'venueAddress'])
      expect(locked).not.toContain(free)
  })

  it('keep the form once applications have closed, and not before', () => {
    expect(lockedFields(event, at('2027-05-03'))).not.toContain('questions')
    expect(lockedFields(event, at('2027-05-09'))).toContain('questions')
  })

  it('keep the survey once the event is over', () => {
    expect(lockedFields(event, at('2027-05-31'))).toContain('surveyQuestions')
  })
})
