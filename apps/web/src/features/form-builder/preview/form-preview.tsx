import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { type Answers, type FormStep, formSteps, shownQuestions } from '#forms'
import { Button, focusFirstError, Icon } from '../../../components/index.js'
import type { Locale, Question } from '../../../lib/api/types.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import { QuestionFields, questionErrors } from '../../questions/index.js'
import { asQuestions, type DraftQuestion, type FormKind } from '../draft-question.js'
import styles from './form-preview.module.css'

type Props = { questions: readonly DraftQuestion[]; kind: FormKind; language: Locale }

/** The form as whoever fills it in meets it, with the fields she will have; nothing that is typed here goes anywhere. */
export function FormPreview({ questions, kind, language }: Props) {
  const t = useText('builder')
  const common = useText('common')
  const [answers, setAnswers] = useState<Answers>({})
  const [errors, setErrors] = useState<FormErrors>({})
  const [reached, setReached] = useState(0)
  const screen = useRef<HTMLDivElement>(null)
  const shown = shownQuestions(asQuestions(questions), answers)
  const steps = formSteps(shown)
  const at = Math.min(reached, Math.max(steps.length - 1, 0))
  const step = steps[at]

  const go = (to: number) => {
    setErrors({})
    setReached(to)
    screen.current?.scrollTo({ top: 0 })
    screen.current?.focus({ preventScroll: true })
  }
  const next = () => {
    const found = questionErrors(step?.questions ?? [], answers, common)
    const missing = Object.fromEntries(
      (step?.questions ?? []).flatMap(({ id }) => (found[`answers.${id}`] ? [[`answers.${id}`, found[`answers.${id}`]]] : [])),
    )
    setErrors(missing as FormErrors)
    if (Object.keys(missing).length) focusFirstError(screen.current)
    else go(at + 1 < steps.length ? at + 1 : 0)
  }
  const isLast = at + 1 >= steps.length

  return (
    <section className={styles.preview} aria-label={t('preview.heading')}>
      <p className={styles.note}>{t(kind === 'survey' ? 'preview.noteSurvey' : 'preview.note')}</p>
      <div className={styles.phone}>
        <Screen of={screen} name={t('preview.screen')}>
          {steps.length > 1 && <Strip steps={steps} at={at} language={language} />}
          {step ? (
            <>
              <StepHead step={step} language={language} />
              <QuestionFields
                questions={step.questions}
                among={shown}
                answers={answers}
                errors={errors}
                lang={language}
                onChange={setAnswers}
              />
            </>
          ) : (
            <p className="soft">{t('preview.empty')}</p>
          )}
        </Screen>
        {step && (
          <div className={styles.bar}>
            {at > 0 && (
              <Button variant="quiet" size="small" icon={IconArrowLeft} onClick={() => go(at - 1)}>
                {t('preview.back')}
              </Button>
            )}
            <Button size="small" iconAfter={isLast ? undefined : IconArrowRight} className={styles.next} onClick={next}>
              {t(isLast ? 'preview.again' : 'preview.next')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

/** It scrolls by itself, as a phone does. */
function Screen({ of, name, children }: { of: RefObject<HTMLDivElement | null>; name: string; children: ReactNode }) {
  return (
    <div ref={of} className={styles.screen} role="group" aria-label={name} tabIndex={-1}>
      {children}
    </div>
  )
}

function Strip({ steps, at, language }: { steps: readonly FormStep<Question>[]; at: number; language: Locale }) {
  const t = useText('builder')
  return (
    <ol className={styles.strip} aria-label={t('preview.steps')}>
      {steps.map(({ heading }, index) => (
        <li key={heading?.id ?? 'first'} aria-current={index === at ? 'step' : undefined}>
          {index < at && <Icon of={IconCheck} />}
          <span lang={heading ? language : undefined}>{heading?.label || t('preview.first')}</span>
        </li>
      ))}
    </ol>
  )
}

function StepHead({ step: { heading }, language }: { step: FormStep<Question>; language: Locale }) {
  if (!heading) return null
  return (
    <div lang={language}>
      <h3 className={styles.title}>{heading.label}</h3>
      {heading.help && <p className={styles.lead}>{heading.help}</p>}
    </div>
  )
}
