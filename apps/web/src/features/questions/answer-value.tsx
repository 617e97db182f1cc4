import { IconCheck } from '@tabler/icons-react'
import { Icon } from '../../components/index.js'
import type { Question } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDate } from './format-date.js'

type Props = {
  answer: string | readonly string[] | null | undefined
  /** What kind of question it answers; a text when nobody knows. */
  type?: Question['type']
}

/** An answer as somebody reads it who did not give it. */
export function AnswerValue({ answer, type = 'short' }: Props) {
  const t = useText('console')
  const locale = useLocale()
  if (answer === null || answer === undefined || answer.length === 0) return <span className="soft">{t('answer.none')}</span>
  if (typeof answer !== 'string') return <bdi>{answer.join(', ')}</bdi>
  switch (type) {
    case 'link':
      return (
        <a href={answer} rel="noreferrer nofollow ugc" target="_blank">
          <bdi>{answer}</bdi>
        </a>
      )
    case 'country':
      return countryName(answer, locale)
    case 'date':
      return formatDate(answer, locale)
    case 'number':
      return <bdi>{answer.replace('.', locale === 'nl' ? ',' : '.')}</bdi>
    case 'rating':
      return t('answer.rating', { rating: answer })
    case 'consent':
      return (
        <>
          <Icon of={IconCheck} /> {t('answer.agreed')}
        </>
      )
    case 'file':
      return t('answer.file')
    default:
      return <bdi>{answer}</bdi>
  }
}

/** The name of a country by its code, or the code where the browser knows no name. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
