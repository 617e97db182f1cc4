import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { QuestionSettings } from '#forms'
import { Icon } from '../../components/index.js'
import type { Question } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import styles from './answer-value.module.css'
import { countryName } from './country-name.js'
import { dayIn, numberIn } from './fields/limits.js'
import { HandleName } from './handle-name.js'

type Props = {
  answer: string | readonly string[] | null | undefined
  /** What kind of question it answers; a text when nobody knows. */
  type?: Question['type']
  settings?: QuestionSettings
  /** The name of a file, and where it can be read by whoever may. */
  fileOf?: (id: string) => { name: string | null; url?: string } | undefined
}

/** An answer as a person reads it, by the type of its question. */
export function AnswerValue({ answer, type = 'short', settings = {}, fileOf }: Props): ReactNode {
  const t = useText('common')
  const locale = useLocale()
  if (answer === null || answer === undefined || answer.length === 0) return <span className="soft">{t('answer.blank')}</span>
  if (typeof answer !== 'string') return <bdi>{answer.join(', ')}</bdi>
  if (type === 'country') return countryName(answer, locale)
  if (type === 'date') return dayIn(answer, locale)
  if (type === 'number') return <bdi>{numberIn(answer, locale)}</bdi>
  if (type === 'rating') return t('answer.rating', { rating: answer })
  if (type === 'handle') return <HandleName handle={answer} bare={settings.network !== undefined} />
  if (type === 'link') return <SafeLink address={answer} />
  if (type === 'file') return <FileName file={fileOf?.(answer)} />
  if (type !== 'consent') return <bdi className={styles.text}>{answer}</bdi>
  return (
    <>
      <Icon of={IconCheck} className={styles.mark} /> {t('answer.agreed')}
    </>
  )
}

/** A link that somebody else wrote: only to a web page, and it learns nothing of where it was pressed. */
const SafeLink = ({ address }: { address: string }) =>
  /^https?:\/\//i.test(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow ugc" className={styles.text}>
      <bdi>{address}</bdi>
    </a>
  ) : (
    <bdi className={styles.text}>{address}</bdi>
  )

function FileName({ file }: { file: { name: string | null; url?: string } | undefined }) {
  const t = useText('common')
  const name = <bdi className={styles.text}>{file?.name ?? t('answer.file')}</bdi>
  return file?.url ? (
    <a href={file.url} download>
      {name}
    </a>
  ) : (
    name
  )
}
