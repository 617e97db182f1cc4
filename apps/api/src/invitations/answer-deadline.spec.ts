import { describe, expect, it } from '@jest/globals'
import { answerDeadline } from './answer-deadline.js'

const windows = {
  answerBy: new Date('2027-05-14T18:00:00Z'),
  startsAt: new Date('2027-05-30T16:00:00Z'),
  promotionHours: 48,
}

describe('answerDeadline', () => {
  it('gives everybody whom the draw placed the deadline of the event', () => {
    expect(answerDeadline(windows, new Date('2027-05-14T17:00:00Z'), false)).toEqual(windows.answerBy)
  })

  it('gives whoever moves up the promised hours when the common deadline is nearer', () => {
    expect(answerDeadline(windows, new Date('2027-05-14T12:00:00Z'), true)).toEqual(new Date('2027-05-16T12:00:00Z'))
  })

  it('gives whoever moves up early the common deadline', () => {
    expect(answerDeadline(windows, new Date('2027-05-11T12:00:00Z'), true)).toEqual(windows.answerBy)
  })

  it('never reaches beyond the beginning of the event', () => {
    expect(answerDeadline(windows, new Date('2027-05-30T01:00:00Z'), true)).toEqual(windows.startsAt)
  })

  it('gives the promised hours after a draw that came late', () => {
    expect(answerDeadline(windows, new Date('2027-05-20T00:00:00Z'), false)).toEqual(new Date('2027-05-22T00:00:00Z'))
  })
})
