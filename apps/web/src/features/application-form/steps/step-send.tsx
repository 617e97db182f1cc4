import { cleanAnswers, shownQuestions } from '#forms'
import { Checkbox, Fact, Facts, PersonName } from '../../../components/index.js'
import type { PublicEvent, Question } from '../../../lib/api/types.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import { AnswerValue, type FileAnswers } from '../../questions/index.js'
import type { Draft } from '../draft.js'
import type { Step } from '../form-plan.js'
import { WhatNext } from './what-next.js'
import { WithYourData } from './with-your-data.js'
import styles from './step-send.module.css'

type Props = {
  event: PublicEvent
  steps: readonly Step[]
  draft: Draft
  files: FileAnswers
  consent: boolean
  errors: FormErrors
  onConsent: (consent: boolean) => void
  onEdit: (step: Step) => void
}

/** All of it once more, what comes of it, and the yes without which nothing may be kept. */
export function StepSend({ event, steps, draft, files, consent, errors, onConsent, onEdit }: Props) {
  const t = useText('apply')
  return (
    <>
      {steps.map((step, index) =>
        step.name === 'send' ? null : (
          <Told key={index} event={event} step={step} draft={draft} files={files} onEdit={() => onEdit(step)} />
        ),
      )}
      <div className={styles.more}>
        <WhatNext event={event} />
        <WithYourData event={event} />
      </div>
      <Checkbox
        label={t('consent.apply-2', { organization: event.organization.name, event: event.title })}
        help={t('consent.help')}
        error={errors.consent?.message}
        checked={consent}
        onChange={(change) => onConsent(change.target.checked)}
        path="consent"
      />
    </>
  )
}

type ToldProps = Pick<Props, 'event' | 'draft' | 'files'> & { step: Exclude<Step, { name: 'send' }>; onEdit: () => void }

/** What was told in one step, and the way back to it. */
function Told({ event, step, draft, files, onEdit }: ToldProps) {
  const t = useText('apply')
  const none = <span className="faint">{t('summary.none')}</span>
  const shown = step.name === 'questions' ? shownIn(step.questions, event, draft) : []
  const heading = step.name === 'questions' ? step.heading : null
  if (step.name === 'questions' && !step.asksHandle && shown.length === 0) return null
  const answers = cleanAnswers(event.questions, draft.answers)
  return (
    <section>
      <SummaryHead
        title={heading?.label ?? t(step.name === 'you' ? 'step.you' : 'step.stories')}
        lang={heading ? event.locale : undefined}
        onEdit={onEdit}
      />
      <Facts className={step.name === 'questions' ? styles.answers : undefined}>
        {step.name === 'you' && (
          <>
            <Fact name={t('name.short')}>
              <PersonName>{draft.name}</PersonName>
            </Fact>
            <Fact name={t('email.short')}>
              <bdi>{draft.email}</bdi>
            </Fact>
          </>
        )}
        {step.asksHandle && <Fact name={t('handle.short')}>{draft.handle ? <bdi>{draft.handle}</bdi> : none}</Fact>}
        {shown.map((question) => (
          <Fact key={question.id} name={<span lang={event.locale}>{question.label}</span>}>
            {answers[question.id] === undefined ? (
              none
            ) : (
              <AnswerValue answer={answers[question.id]} type={question.type} settings={question.settings} fileOf={files.fileOf} />
            )}
          </Fact>
        ))}
      </Facts>
    </section>
  )
}

function shownIn(questions: readonly Question[], event: PublicEvent, { answers }: Draft): Question[] {
  const shown = new Set(shownQuestions(event.questions, answers))
  return questions.filter((question) => shown.has(question))
}

function SummaryHead({ title, lang, onEdit }: { title: string; lang?: string; onEdit: () => void }) {
  const t = useText('apply')
  return (
    <div className={styles.head}>
      <h2 lang={lang}>{title}</h2>
      <button type="button" onClick={onEdit}>
        {t('summary.change')}
        <span className="sr">: {title}</span>
      </button>
    </div>
  )
}
