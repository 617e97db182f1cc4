import { type Answers, type Question, shownQuestions } from '#forms'
import type { Chance } from './chance.js'

/** Where somebody of the demo read about the event: the tags of the link, and the page that it stood on. */
interface Source {
  readonly referrer?: string
  readonly source?: string
  readonly medium?: string
  readonly campaign?: string
}

/** How many of a hundred came from where; the rest typed the address. */
const sources: readonly (readonly [share: number, source: Source])[] = [
  [0.34, { referrer: 'https://toot.example/', source: 'mastodon', medium: 'social' }],
  [0.22, { referrer: 'https://www.instagram.com/', source: 'instagram', medium: 'social' }],
  [0.18, { source: 'newsletter', medium: 'email' }],
  [0.1, { referrer: 'https://sterrenkijkers.example/' }],
]

export function sourceOf(hashtag: string, chance: Chance): Source {
  let left = chance.next()
  for (const [share, source] of sources) {
    if (left < share) return source.source === undefined ? source : { ...source, campaign: hashtag.toLowerCase() }
    left -= share
  }
  return {}
}

/** The fields that somebody comes to on her way through the form: those of hers, and the questions that she is asked. */
export function fieldsOnTheWay(questions: readonly Question[], answers: Answers): string[] {
  const asked = shownQuestions(questions, answers).filter(({ type }) => type !== 'heading')
  return ['name', 'email', 'handle', ...asked.map(({ id }) => id), 'consent', 'sent']
}

/** The way of somebody who leaves before its end: most of them early, and where it gets hard. */
export function abandoned(way: readonly string[], chance: Chance): string[] {
  return way.slice(0, 1 + Math.floor(chance.next() ** 1.5 * (way.length - 1)))
}
