import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { eventPhase } from '../events/event-phase.js'
import { scheduleProblems } from '../events/event-times.js'
import { crowd } from './crowd.js'
import { demoPlans, firstDay } from './timeline.js'

const day = fc.date({ min: new Date('2026-11-01T00:00Z'), max: new Date('2029-12-31T00:00Z'), noInvalidDate: true })

describe('the demo’s timeline', () => {
  it('has an event in each phase, whenever it begins, and two that are open', () => {
    fc.assert(
      fc.property(day, (now) => {
        const phases = demoPlans(now).map(({ event, cancelled, publishedAt = null, closesAt, ...times }) => {
          const isDrawn = event.hashtag === 'EigenTelescoop' || event.hashtag === 'OpenDome'
          return eventPhase(
            { ...times, closesAt, publishedAt, cancelledAt: cancelled?.at ?? null, drawnAt: isDrawn ? closesAt : null },
            now,
          )
        })
        expect(phases.toSorted()).toEqual([
          'announced',
          'archived',
          'cancelled',
          'closed',
          'draft',
          'drawn',
          'live',
          'open',
          'open',
          'wrapped',
        ])
      }),
      { numRuns: 40 },
    )
  })

  it('never mixes up the times of an event', () => {
    fc.assert(
      fc.property(day, (now) => {
        for (const plan of demoPlans(now)) {
          expect(scheduleProblems(plan)).toEqual([])
          expect(plan.createdAt > firstDay(now)).toBe(true)
          if (plan.publishedAt) expect(plan.createdAt < plan.publishedAt && plan.publishedAt < plan.opensAt).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('lets the Night of the Comet be on a Sunday', () => {
    fc.assert(
      fc.property(day, (now) => {
        const night = demoPlans(now).find(({ event }) => event.hashtag === 'CometNight')
        expect(
          night?.startsAt && new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Amsterdam' }).format(night.startsAt),
        ).toBe('Sunday')
      }),
      { numRuns: 40 },
    )
  })

  it('has a crowd without doubles, the same every time', () => {
    const fans = crowd('Night of the Comet', 130)
    expect(new Set(fans.map(({ email }) => email)).size).toBe(130)
    expect(new Set(fans.map(({ name }) => name)).size).toBe(130)
    expect(crowd('Night of the Comet', 130)).toEqual(fans)
    expect(fans.every(({ email }) => /^[a-z0-9.]+@mail\.example$/.test(email))).toBe(true)
  })
})
