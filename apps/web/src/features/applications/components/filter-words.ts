import { poolName, type SelectionPolicy } from '#policy'
import type { EventDetail } from '../../../lib/api/types.js'
import { currentLocale, type useText } from '../../../lib/i18n/index.js'
import { countryName } from '../../questions/index.js'
import type { Listed } from '../listed.js'

type Text = ReturnType<typeof useText<'console'>>

/** One thing that the list is narrowed by, in words, and the list without it. */
export type FilterWord = { key: string; words: string; without: Listed }

/** Everything behind the button that holds now. The search and the step are in sight already. */
export function filterWords(listed: Listed, event: EventDetail | undefined, t: Text): FilterWord[] {
  const { pool, country, handle, fan, tag, answer } = listed
  return [
    ...(pool
      ? [{ key: 'pool', words: t('applications.filter.pool', { pool: nameOfPool(pool, event, t) }), without: { ...listed, pool: '' } }]
      : []),
    ...(country ? [{ key: 'country', words: countryName(country, currentLocale()), without: { ...listed, country: '' } }] : []),
    ...(isOneOf(handle, handles)
      ? [{ key: 'handle', words: t(`applications.handles.${handle}`), without: { ...listed, handle: '' } }]
      : []),
    ...(isOneOf(fan, fans) ? [{ key: 'fan', words: t(`applications.fans.${fan}`), without: { ...listed, fan: '' } }] : []),
    ...(tag ? [{ key: 'tag', words: t('applications.filter.tag', { tag }), without: { ...listed, tag: '' } }] : []),
    ...answer.map((given) => ({
      key: `answer-${given}`,
      words: wordsOfAnswer(given, event, t),
      without: { ...listed, answer: answer.filter((other) => other !== given) },
    })),
  ]
}

export const handles = ['proven', 'claimed', 'none'] as const
export const fans = ['new', 'returning'] as const

const isOneOf = <Word extends string>(word: string, words: readonly Word[]): word is Word => words.some((known) => known === word)

function wordsOfAnswer(given: string, event: EventDetail | undefined, t: Text): string {
  const at = given.indexOf('=')
  const question = event?.questions.find(({ id }) => id === given.slice(0, at))
  return t('applications.filter.answer', { question: question?.label ?? t('applications.filter.question'), answer: given.slice(at + 1) })
}

/** What a pool is called in the rules. */
export function nameOfPool(id: string, event: EventDetail | undefined, t: Text): string {
  if (!event) return id
  const policy: SelectionPolicy = event.policy
  const known = policy.pools.find((each) => each.id === id)
  return (known && poolName(known, event.questions)?.[currentLocale()]) ?? t('applications.everybody')
}
