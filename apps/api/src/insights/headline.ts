import { freezesAt } from '#policy'
import { answersDue, type HomeFacts, isReviewed } from './home-facts.js'

/** A sentence of the catalogue with what it names; times as RFC 3339, for the page to put into words. */
export interface Sentence {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Where the event stands, in one line. */
export function headline(facts: HomeFacts): Sentence {
  const { event, phase, draw, figures, missing, now } = facts
  switch (phase) {
    case 'draft':
      return missing > 0 ? sentence('draft', { missing }) : sentence('ready')
    case 'announced':
      return sentence('announced', at(event.opensAt))
    case 'open':
      return sentence('open', at(event.closesAt))
    case 'closed':
      if (isReviewed(facts)) return sentence('reviewed', at(freezesAt(event.policy, event.closesAt)))
      return draw.roundTime !== null && draw.roundTime > now ? sentence('closed', at(draw.roundTime)) : sentence('closedPlain')
    case 'drawn':
      return figures.pending > 0
        ? sentence('answers', at(answersDue(facts)))
        : sentence('coming', { accepted: figures.accepted, ...at(event.startsAt) })
    case 'wrapped':
      return sentence('wrapped', { came: figures.came })
    case 'live':
    case 'archived':
    case 'cancelled':
      return sentence(phase)
  }
}

function sentence(key: string, values: Sentence['values'] = {}): Sentence {
  return { key, values }
}

function at(instant: Date | null): { readonly at?: string } {
  return instant === null ? {} : { at: instant.toISOString() }
}
