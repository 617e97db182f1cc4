import { Chance } from './chance.js'
import type { PlayedEvent } from './played-event.js'

/** Something that happens in the demo at its time. */
export interface Step {
  readonly at: Date
  readonly run: () => Promise<void>
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What happens around one event, up to now, in no particular order. A step that does nothing is a moment at which the clock must not be late. */
export function stepsOf(event: PlayedEvent, now: Date): Step[] {
  const { plan } = event
  const steps: Step[] = [{ at: plan.createdAt, run: () => event.create() }]
  if (plan.publishedAt) steps.push({ at: plan.publishedAt, run: () => event.publish() }, ...applicationSteps(event, now))
  if (plan.cancelled) {
    const { at, reason } = plan.cancelled
    steps.push({ at, run: () => event.cancel(reason) })
  } else {
    steps.push(...drawSteps(event), ...daySteps(event))
  }
  return steps.filter(({ at }) => at <= now)
}

/** Many come in the first hours, the rest trickle in. */
function applicationSteps(event: PlayedEvent, now: Date): Step[] {
  const { opensAt, closesAt, cancelled, applicants } = event.plan
  const until = Math.min(closesAt.getTime() - 30 * minute, (cancelled?.at ?? now).getTime() - 10 * minute)
  const span = until - opensAt.getTime()
  if (applicants === 0 || span <= 0) return []
  const waves = applicants > 100 ? 40 : 6
  const chance = new Chance(event.plan.event.title)
  return Array.from({ length: waves }, (_, wave) => ({
    at: new Date(opensAt.getTime() + 5 * minute + (span - 5 * minute) * ((wave + chance.next()) / waves) ** 1.6),
    run: () => event.apply(wave / waves, (wave + 1) / waves),
  }))
}

/** From the close to the last answer. */
function drawSteps(event: PlayedEvent): Step[] {
  const { closesAt, answerBy } = event.plan
  const close = closesAt.getTime()
  const due = answerBy.getTime()
  return [
    nothing(close),
    nothing(close + 11 * minute),
    { at: new Date(close + 15 * hour), run: () => event.answer('next morning', { yes: 0.5, no: 0.1 }) },
    { at: new Date(close + 2 * day), run: () => event.answer('two days later', { yes: 0.35, no: 0.06 }) },
    { at: new Date(due - 3 * hour), run: () => event.answer('just in time', { yes: 0.6, no: 0 }) },
    nothing(due),
    { at: new Date(due + 12 * hour), run: () => event.answer('moved up', { yes: 0.8, no: 0.1 }) },
    nothing(due + 2 * day),
    { at: new Date(due + 2.5 * day), run: () => event.answer('moved up later', { yes: 1, no: 0 }) },
  ]
}

/** The event itself, and the days after it. */
function daySteps(event: PlayedEvent): Step[] {
  const start = event.plan.startsAt.getTime()
  const end = event.plan.endsAt.getTime()
  return [
    { at: new Date(start + 10 * minute), run: () => event.checkIn(0.4) },
    { at: new Date(start + 45 * minute), run: () => event.checkIn(0.85) },
    nothing(end),
    nothing(end + day),
    { at: new Date(end + 1.3 * day), run: () => event.survey(0.5) },
    { at: new Date(end + 2.2 * day), run: () => event.survey(0.75) },
  ]
}

function nothing(at: number): Step {
  return { at: new Date(at), run: async () => undefined }
}
