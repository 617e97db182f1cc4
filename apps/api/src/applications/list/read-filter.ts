import { isUUID } from 'class-validator'
import type { Event } from '../../events/index.js'
import { BadRequest } from '../../http/index.js'
import type { ApplicationFilterQuery } from '../dto/application-list.dto.js'
import { answerFacet } from './kept-rows.js'
import { filterOfPool, type Selection } from './list-filter.js'
import { searchWords } from './search-words.js'
import { standingsOf } from './standing.js'

/** What a request asks the list for; throws BadRequest for a pool that the event does not have and an answer to nothing. */
export function filterOf(query: ApplicationFilterQuery, event: Event, now: Date): Selection {
  const { step, pool, answer = [], country, handle, fan, tag, search = '' } = query
  const ofPool = pool === undefined ? { facets: [], anyOf: [], before: null } : filterOfPool(poolNamed(event, pool))
  return {
    eventId: event.id,
    now,
    standings: step === undefined ? null : standingsOf(step, event, now),
    words: searchWords(search),
    anyOf: ofPool.anyOf,
    before: ofPool.before,
    facets: [
      ...ofPool.facets,
      ...answer.map(facetOfAnswer),
      ...(country === undefined ? [] : [`country:${country.toUpperCase()}`]),
      ...(handle === undefined ? [] : [`handle:${handle}`]),
      ...(fan === undefined ? [] : [`fan:${fan}`]),
      ...(tag === undefined ? [] : [`tag:${tag}`]),
    ],
  }
}

function poolNamed({ policy }: Event, id: string) {
  const pool = policy.pools.find((each) => each.id === id)
  if (!pool) throw new BadRequest([{ path: 'pool', code: 'applications:poolUnknown', values: { pool: id } }])
  return pool
}

/** `QUESTION=ANSWER`; an answer may hold equals signs of its own. */
function facetOfAnswer(filter: string): string {
  const at = filter.indexOf('=')
  const question = filter.slice(0, at)
  if (at < 0 || !isUUID(question)) throw new BadRequest([{ path: 'answer', code: 'applications:answerFilter' }])
  return answerFacet(question.toLowerCase(), filter.slice(at + 1))
}
