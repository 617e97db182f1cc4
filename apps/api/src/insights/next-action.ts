import { freezesAt } from '#policy'
import { may, type Role, type Verb } from '#permissions'
import type { Sentence } from './headline.js'
import { answersDue, type HomeFacts, isReviewed } from './home-facts.js'

/** The one thing to do. `kind`: a page of the console or the door that belongs to the key, something to copy (`href`), or an act with a POST. */
export interface Action extends Sentence {
  readonly kind: 'page' | 'copy' | 'act'
  readonly href: string | null
}

type Candidate = Action & { readonly verb: Verb }

/** The door is made ready this long before the start. */
const BEFORE_START = 3 * 60 * 60 * 1000

/** The one action that matters now, when there is one and this role may do it. */
export function nextAction(facts: HomeFacts, role: Role): Action | null {
  const candidate = candidateFor(facts)
  if (candidate === null || !may(role, candidate.verb)) return null
  const { verb: _verb, ...action } = candidate
  return action
}

function candidateFor(facts: HomeFacts): Candidate | null {
  const { event, phase, draw, figures, followup, missing, publicUrl, now } = facts
  switch (phase) {
    case 'draft':
      return missing > 0 ? action('finishDraft', 'events.edit', { missing }) : action('publish', 'events.publish', at(event.opensAt), 'act')
    case 'announced':
    case 'open':
      return { ...action('share', 'events.see', at(event.closesAt), 'copy'), href: publicUrl }
    case 'closed':
      if (isReviewed(facts)) return action('review', 'reviews.write', at(freezesAt(event.policy, event.closesAt)))
      return action('watch', 'events.see', draw.roundTime !== null && draw.roundTime > now ? at(draw.roundTime) : {})
    case 'drawn':
      if (figures.pending > 0) return action('answers', 'invitations.see', { pending: figures.pending, ...at(answersDue(facts)) })
      return event.startsAt !== null && now.getTime() >= event.startsAt.getTime() - BEFORE_START
        ? door(facts)
        : action('prepare', 'door.work', at(event.startsAt))
    case 'live':
      return door(facts)
    case 'wrapped':
      return action('readAnswers', 'survey.see', {
        responses: figures.answered,
        sent: followup === null ? 0 : followup.came + followup.missed,
      })
    case 'archived':
      return action('duplicate', 'events.edit', {}, 'act')
    case 'cancelled':
      return null
  }
}

function door({ figures }: HomeFacts): Candidate {
  return action('openDoor', 'door.work', { expected: Math.max(0, figures.accepted - figures.came) })
}

function action(key: string, verb: Verb, values: Sentence['values'] = {}, kind: Action['kind'] = 'page'): Candidate {
  return { key, values, kind, href: null, verb }
}

function at(instant: Date | null): { readonly at?: string } {
  return instant === null ? {} : { at: instant.toISOString() }
}
