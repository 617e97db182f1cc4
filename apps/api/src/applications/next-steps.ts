import { freezesAt } from '#policy'
import type { Event } from '../events/index.js'
import type { Application } from './application.entity.js'
import { lacksProof, type Step } from './application-step.js'
import type { PersonalFacts } from './personal-page-facts.js'

export type NextKey = 'confirm' | 'prove' | 'close' | 'freeze' | 'draw' | 'invitation' | 'answer' | 'agenda' | 'day' | 'thanks' | 'survey'

/** One thing that happens next, for the page to put into words. */
export interface NextStep {
  readonly key: NextKey
  readonly at: Date | null
}

/** The round of the beacon is at least this long after the freeze (draw-protocol section 4). */
const drawAfterFreeze = 600_000

/** What happens next on the way of an application, in order. Nothing when its way has ended. */
export function nextSteps(
  step: Step,
  event: Event,
  application: Pick<Application, 'handleProvenAt'>,
  facts: PersonalFacts,
  now: Date,
): NextStep[] {
  const { closesAt, answerBy, startsAt, endsAt } = event
  const freeze = freezesAt(event.policy, closesAt)
  const drawAt = facts.draw?.roundTime ?? (freeze && new Date(freeze.getTime() + drawAfterFreeze))
  const draw = next('draw', drawAt)
  const day = next('day', startsAt)
  const proof = lacksProof(event, application) ? [next('prove', closesAt)] : []
  switch (step) {
    case 'received':
      return [next('confirm', closesAt), ...proof, next('freeze', freeze), draw, next('answer', answerBy), day]
    case 'confirmed':
      return [
        ...proof,
        ...(closesAt && now >= closesAt ? [] : [next('close', closesAt)]),
        next('freeze', freeze),
        draw,
        next('answer', answerBy),
        day,
      ]
    case 'seated':
      return [next('invitation', drawAt), day]
    case 'entered':
      return [draw, next('answer', answerBy), day]
    case 'waitlisted':
      return startsAt && now < startsAt ? [next('answer', answerBy), day] : []
    case 'invited':
      return [next('answer', facts.invitation?.deadline ?? answerBy), next('agenda', null), day]
    case 'coming':
      return [...(startsAt && now < startsAt ? [day] : []), next('thanks', endsAt)]
    case 'checkedIn':
      return endsAt && now < endsAt ? [next('thanks', endsAt)] : survey(facts)
    case 'missed':
      return survey(facts)
    case 'notEntered':
    case 'unconfirmed':
    case 'unproven':
    case 'declined':
    case 'lapsed':
    case 'revoked':
    case 'excluded':
    case 'givenBack':
    case 'withdrawn':
    case 'setAside':
    case 'cancelled':
      return []
  }
}

function survey({ survey }: PersonalFacts): NextStep[] {
  return survey?.open && survey.answeredAt === null ? [next('survey', null)] : []
}

function next(key: NextKey, at: Date | null): NextStep {
  return { key, at }
}
