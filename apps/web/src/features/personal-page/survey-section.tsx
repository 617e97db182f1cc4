import { type FormEvent, useRef, useState } from 'react'
import { Button, focusFirstError, Notice } from '../../components/index.js'
import type { Answers } from '../../lib/api/types.js'
import { errorsOf, type FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { QuestionFields, questionErrors } from '../questions/index.js'
import { answerSurvey } from './api/personal-page.js'
import type { PersonalProps } from './personal-page.js'
import styles from './survey-section.module.css'

/** A few questions afterwards; or the thanks for answering them. */
export function SurveySection({ token, me, actions }: PersonalProps) {
  const t = useText('me')
  const common = useText('common')
  const form = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState<Answers>({})
  const [errors, setErrors] = useState<FormErrors>({})
  const { survey } = me
  if (!survey) return null

  if (survey.answeredAt)
    return (
      <Notice kind="done" className={styles.done}>
        {t('survey.done')}
      </Notice>
    )
  if (!survey.open || survey.questions.length === 0) return null

  const change = (after: Answers) => {
    setAnswers(after)
    // What is being mended is no longer complained about; the other complaints stay.
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([path]) => answers[path.slice(8)] === after[path.slice(8)])))
  }

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    const found = questionErrors(survey?.questions ?? [], answers, common)
    setErrors(found)
    if (Object.keys(found).length > 0) return focusFirstError(form.current)
    await actions.change('survey', () => answerSurvey(token, answers))
  }

  const refused = actions.problem ? errorsOf(actions.problem.errors) : {}
  return (
    <form ref={form} className={styles.survey} noValidate onSubmit={onSubmit}>
      <h2>{t('survey.title')}</h2>
      <QuestionFields
        questions={survey.questions}
        answers={answers}
        errors={{ ...refused, ...errors }}
        lang={me.event.locale}
        onChange={change}
      />
      <div>
        <Button type="submit" busy={actions.busy === 'survey'}>
          {t('survey.send')}
        </Button>
      </div>
    </form>
  )
}
