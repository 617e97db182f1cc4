import type { Answers, Question } from '../../lib/api/types.js'
import { currentLocale, useText } from '../../lib/i18n/index.js'

type Props = { question: Question; answer: Answers[string] }

/** An answer as a person would read it out. */
export function AnswerWords({ question: { type }, answer }: Props) {
  const t = useText('me')
  if (typeof answer !== 'string') return new Intl.ListFormat(currentLocale()).format(answer)
  if (type === 'consent') return t('own.yes')
  if (type === 'file') return t('own.file')
  if (type === 'country') return new Intl.DisplayNames(currentLocale(), { type: 'region' }).of(answer) ?? answer
  if (type === 'date') return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(answer))
  return <bdi>{answer}</bdi>
}
