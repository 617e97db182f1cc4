import { useState } from 'react'
import { Button } from '../../../components/index.js'
import type { SurveyResults } from '../../../lib/api/types.js'
import { formatDecimal, formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './survey-question.module.css'

type Props = SurveyResults['questions'][number]
type Counted = { option: string; count: number }
type Written = { text: string }

/** One question with its answers: counted ones as bars, written ones as people wrote them. */
export function SurveyQuestion({ question, answers }: Props) {
  const counted = question.type === 'rating' || question.type === 'choice'
  return (
    <section className={styles.question} data-wide={counted ? undefined : ''}>
      <h3>{question.label}</h3>
      {counted ? <Bars answers={answers as Counted[]} rating={question.type === 'rating'} /> : <Words answers={answers as Written[]} />}
    </section>
  )
}

function Bars({ answers, rating }: { answers: Counted[]; rating: boolean }) {
  const t = useText('console')
  const locale = useLocale()
  const most = Math.max(1, ...answers.map(({ count }) => count))
  const all = answers.reduce((sum, { count }) => sum + count, 0)
  const average = answers.reduce((sum, { option, count }) => sum + Number(option) * count, 0) / Math.max(1, all)
  return (
    <>
      {rating && all > 0 && (
        <p className={styles.average}>{t.rich('results.average', { value: <b>{formatDecimal(average, locale)}</b> })}</p>
      )}
      <ol className={styles.bars} data-rating={rating || undefined}>
        {answers.map(({ option, count }) => (
          <li key={option}>
            <span>
              <bdi>{option}</bdi>
            </span>
            <span aria-hidden="true">
              <i style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <b>{formatNumber(count)}</b>
          </li>
        ))}
      </ol>
    </>
  )
}

const firstFew = 6

function Words({ answers }: { answers: Written[] }) {
  const t = useText('console')
  const [all, setAll] = useState(false)
  const shown = all ? answers : answers.slice(0, firstFew)
  if (!answers.length) return <p className="soft">{t('results.noText')}</p>
  return (
    <>
      <ul className={styles.words}>
        {shown.map(({ text }, index) => (
          <li key={index}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {shown.length < answers.length && (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {t('results.more', { count: answers.length - shown.length })}
        </Button>
      )}
    </>
  )
}
