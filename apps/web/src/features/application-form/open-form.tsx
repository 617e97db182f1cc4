import { type FocusEvent, type FormEvent, useId, useRef, useState } from 'react'
import { focusFirstError, Notice } from '../../components/index.js'
import { Problem } from '../../lib/api/problem.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { errorsOf, type FormErrors } from '../../lib/form-errors.js'
import { countFormVisit } from '../../lib/form-visits.js'
import { useText } from '../../lib/i18n/index.js'
import { rememberOwnTicket, tokenOf } from '../../lib/own-ticket.js'
import styles from './application-form.module.css'
import { ClosingTime } from './closing-time.js'
import { DraftNote } from './draft-note.js'
import { EffortNotice } from './effort-notice.js'
import { FormAside } from './form-aside.js'
import { FormButtons } from './form-buttons.js'
import { FormHead } from './form-head.js'
import { stepOf } from './form-plan.js'
import { FormTop } from './form-top.js'
import { ProblemNotice } from './problem-notice.js'
import { StepQuestions } from './steps/step-questions.js'
import { StepSend } from './steps/step-send.js'
import { StepYou } from './steps/step-you.js'
import { TogetherStrip } from './together-strip.js'
import type { useDraft } from './use-draft.js'
import { useFilling } from './use-filling.js'
import { useFocusOn, useIntoView } from './use-focus.js'
import type { useSubmission } from './use-submission.js'
import { useTogetherLink } from './use-together-link.js'
import { WaitingNotice } from './waiting-notice.js'

type Props = {
  event: PublicEvent
  keeping: ReturnType<typeof useDraft>
  submission: ReturnType<typeof useSubmission>
  onReceived: (receipt: Receipt) => void
}

/** A few short steps; each is checked before the next, the last one sends. */
export function OpenForm({ event, keeping, submission: { send, sending, waiting, effort }, onReceived }: Props) {
  const t = useText('apply')
  const filling = useFilling(event, keeping)
  const { all, steps, step, goTo, draft, edit, files, consent, errors, setErrors } = filling
  const [website, setWebsite] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const [firstSeen] = useState(() => all.indexOf(step))
  useTogetherLink(keeping.change)
  const together = event.largestGroup > 1 ? draft.together : null
  const heading = useFocusOn(all.indexOf(step))
  const notice = useIntoView(problem)

  const show = (found: FormErrors) => {
    setErrors(found)
    focusFirstError(form.current)
  }

  /** How far people come, counted without a name. */
  const count = (part: string) => countFormVisit(event.organization.slug, event.slug, part)
  const onFocus = ({ target }: FocusEvent) => {
    const part = target.closest<HTMLElement>('[data-field]')?.dataset.field
    if (part) count(part.replace(/^answers\./, ''))
  }

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    setProblem(null)
    const found = filling.check(step)
    if (Object.keys(found).length > 0) return show(found)
    setErrors({})
    const next = steps[steps.indexOf(step) + 1]
    if (next) return goTo(next)
    const answer = await send(draft, website)
    if (answer instanceof Problem) return refuse(answer)
    keeping.finish()
    count('sent')
    rememberOwnTicket(event.id, { number: answer.ticketNumber, personalToken: tokenOf(answer.personalUrl) })
    onReceived(answer)
  }

  function refuse(refusal: Problem) {
    const place = refusal.errors.map(({ path }) => stepOf(all, path)).find((one) => one !== null)
    if (place) {
      goTo(place)
      return show(errorsOf(refusal.errors))
    }
    setProblem(refusal)
  }

  const parts = { draft, errors, onChange: edit, onLeave: filling.offerCure }
  return (
    <>
      <FormTop event={event} steps={steps} step={step} saving={keeping.saving} />
      <main id="main" className={styles.main}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only hears which field was reached */}
        <form ref={form} id={formId} className={`wrap ${styles.layout}`} noValidate onSubmit={onSubmit} onFocus={onFocus}>
          <div className={styles.form}>
            <FormHead event={event} steps={steps} step={step} heading={heading} />
            <ClosingTime event={event} explained={step.name !== 'questions'} />
            {(step.name === 'you' || all.indexOf(step) === firstSeen) && <DraftNote keeping={keeping} onStartAgain={filling.startAgain} />}
            {together && step.name !== 'questions' && (
              <TogetherStrip key={problem?.title} event={event} token={together} onAlone={() => edit({ together: null })} />
            )}
            {step.name === 'you' && <StepYou asksHandle={step.asksHandle} {...parts} />}
            {step.name === 'you' && event.largestGroup > 1 && !together && <p className="small soft">{t('together.hint')}</p>}
            {step.name === 'questions' && <StepQuestions key={all.indexOf(step)} event={event} step={step} files={files} {...parts} />}
            {step.name === 'send' && (
              <StepSend {...{ event, steps, draft, files, consent, errors }} onConsent={filling.agree} onEdit={goTo} />
            )}
            <label className={styles.trap} aria-hidden="true">
              Website
              <input name="website" tabIndex={-1} autoComplete="off" value={website} onChange={(typed) => setWebsite(typed.target.value)} />
            </label>
            {keeping.saving === 'impossible' && <Notice kind="attention">{t('saving.impossibleDetail')}</Notice>}
            {waiting && <WaitingNotice waiting={waiting} />}
            {effort !== null && !waiting && <EffortNotice share={effort} />}
            {problem && (
              <div ref={notice}>
                <ProblemNotice problem={problem} />
              </div>
            )}
          </div>
          <FormAside event={event} name={draft.name} />
        </form>
        <FormButtons formId={formId} steps={steps} step={step} sending={sending} onBack={goTo} />
      </main>
    </>
  )
}
