import { useEffect, useRef, useState } from 'react'
import { shownQuestions } from '#forms'
import type { Answers, Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import type { FileAnswers } from './files/file-answers.js'
import { QuestionField } from './question-field.js'
import styles from './question-fields.module.css'

type Props = {
  questions: readonly Question[]
  answers: Answers
  errors: FormErrors
  /** The language the questions are in. */
  lang?: string
  onChange: (answers: Answers) => void
  /** How files are sent; without it none can be chosen. */
  files?: FileAnswers
  /** All questions of the form, when these are only some: whether one is shown may depend on an answer given earlier. */
  among?: readonly Question[]
  onLeave?: (question: Question) => void
}

/** The fields of an application or a survey, from the organizer's own questions; the ones that do not apply stay away. */
export function QuestionFields({ questions, answers, errors, lang, onChange, files, among = questions, onLeave }: Props) {
  const shown = new Set(shownQuestions(among, answers).map(({ id }) => id))
  const visible = questions.filter(({ id }) => shown.has(id))
  const news = useNews(visible)
  return (
    <>
      {visible.map((question) => (
        <div key={question.id} className={news.has(question.id) ? styles.new : undefined}>
          {question.type === 'heading' ? (
            <Heading question={question} lang={lang} />
          ) : (
            <QuestionField
              question={question}
              answer={answers[question.id]}
              error={errors[`answers.${question.id}`]}
              lang={lang}
              files={files}
              onChange={(answer) => onChange({ ...answers, [question.id]: answer })}
              onBlur={() => onLeave?.(question)}
            />
          )}
        </div>
      ))}
      <Announcement questions={visible.filter(({ id }) => news.has(id))} />
    </>
  )
}

const Heading = ({ question: { label, help }, lang }: { question: Question; lang: string | undefined }) => (
  <div lang={lang} className={styles.heading}>
    <h3>{label}</h3>
    {help && <p className="small soft">{help}</p>}
  </div>
)

/** A screen reader hears that a question came, and which; where she is, nothing moves. */
function Announcement({ questions }: { questions: readonly Question[] }) {
  const t = useText('common')
  return (
    <output className="sr">
      {questions.length > 0 && t('answer.appeared', { count: questions.length, questions: questions.map(({ label }) => label).join(', ') })}
    </output>
  )
}

/** The questions that an answer just brought. */
function useNews(visible: readonly Question[]): ReadonlySet<string> {
  const before = useRef<ReadonlySet<string> | null>(null)
  const [news, setNews] = useState<ReadonlySet<string>>(new Set())
  const ids = visible.map(({ id }) => id).join(' ')
  useEffect(() => {
    const now = new Set(ids.split(' '))
    const known = before.current
    before.current = now
    if (known) setNews(new Set([...now].filter((id) => id !== '' && !known.has(id))))
  }, [ids])
  return news
}
