import { IconArrowRight, IconSend } from '@tabler/icons-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Button, focusFirstError, Notice, StickyBar } from '../../components/index.js'
import { Problem } from '../../lib/api/problem.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { errorsOf, type FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { rememberOwnTicket, tokenOf } from '../../lib/own-ticket.js'
import { togetherToken } from '../../lib/together-link.js'
import { readHandleErrors } from '../questions/index.js'
import styles from './application-form.module.css'
import { checkStep, type StepName, stepOf, steps } from './check-step.js'
import { type Draft, forgetDraft } from './draft.js'
import { FormAside } from './form-aside.js'
import { FormTop } from './form-top.js'
import { ProblemNotice } from './problem-notice.js'
import { StepSend } from './steps/step-send.js'
import { StepStories } from './steps/step-stories.js'
import { StepYou } from './steps/step-you.js'
import { TogetherStrip } from './together-strip.js'
import { useDraft } from './use-draft.js'
import { useStep } from './use-step.js'
import { useSubmission } from './use-submission.js'
import { WaitingNotice } from './waiting-notice.js'

type Props = { event: PublicEvent; onReceived: (receipt: Receipt) => void }

/** Three short steps; each is checked before the next, the last one sends. */
export function ApplicationForm({ event, onReceived }: Props) {
  const t = useText('apply')
  const common = useText('common')
  const { draft, change, saving, finish } = useDraft(event.id)
  const { send, sending, waiting } = useSubmission(event)
  const [consent, setConsent] = useState(false)
  const [website, setWebsite] = useState('')
  const [errors, setErrors] = useState<FormErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()

  const edit = (part: Partial<Draft>) => {
    change(part)
    const after = { ...draft, ...part }
    // What is being mended is no longer complained about; the other complaints stay.
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([path]) => valueAt(draft, path) === valueAt(after, path))))
  }
  const context = { t, common, questions: event.questions, change: edit }
  const { step, goTo } = useStep((name) => Object.keys(checkStep(name, draft, true, context)).length === 0)
  useTogetherLink(change)
  const together = event.largestGroup > 1 ? draft.together : null
  const heading = useFocusOn(step)
  const notice = useIntoView(problem)

  const agree = (agreed: boolean) => {
    setConsent(agreed)
    setErrors({})
  }
  const show = (found: FormErrors) => {
    setErrors(found)
    focusFirstError(form.current)
  }

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    setProblem(null)
    const found = checkStep(step, draft, consent, context)
    if (Object.keys(found).length > 0) return show(found)
    setErrors({})
    const next = steps[steps.indexOf(step) + 1]
    if (next) return goTo(next)
    const answer = await send(draft, website)
    if (answer instanceof Problem) return refuse(answer)
    finish()
    forgetDraft(event.id)
    rememberOwnTicket(event.id, { number: answer.ticketNumber, personalToken: tokenOf(answer.personalUrl) })
    onReceived(answer)
  }

  function refuse(refusal: Problem) {
    const place = refusal.errors.map(({ path }) => stepOf(path)).find((name) => name !== null)
    if (place) {
      goTo(place)
      return show(errorsOf(refusal.errors))
    }
    setProblem(refusal)
    // Some browsers fill in the hidden field; she cannot empty it herself.
    setWebsite('')
  }

  return (
    <>
      <FormTop event={event} step={step} saving={saving} />
      <main id="main" className={styles.main}>
        <form ref={form} id={formId} className={`wrap ${styles.layout}`} noValidate onSubmit={onSubmit}>
          <div className={styles.form}>
            <div>
              <p className="small soft">{t(`progress.${step}`)}</p>
              <h1 ref={heading} tabIndex={-1} className={styles.title}>
                {t(`title.${step}`)}
              </h1>
            </div>
            {together && step !== 'stories' && (
              <TogetherStrip key={problem?.title} event={event} token={together} onAlone={() => edit({ together: null })} />
            )}
            {step === 'you' && <StepYou draft={draft} errors={errors} onChange={edit} />}
            {step === 'you' && event.largestGroup > 1 && !together && <p className="small soft">{t('together.hint')}</p>}
            {step === 'stories' && (
              <StepStories
                event={event}
                draft={draft}
                errors={errors}
                onChange={edit}
                onLeaveHandle={() => setErrors({ ...errors, ...readHandleErrors(draft.handle, common, (handle) => edit({ handle })) })}
              />
            )}
            {step === 'send' && <StepSend event={event} draft={draft} consent={consent} errors={errors} onConsent={agree} onEdit={goTo} />}
            <label className={styles.trap} aria-hidden="true">
              Website
              <input name="website" tabIndex={-1} autoComplete="off" value={website} onChange={(typed) => setWebsite(typed.target.value)} />
            </label>
            {saving === 'impossible' && <Notice kind="attention">{t('saving.impossibleDetail')}</Notice>}
            {waiting && <WaitingNotice waiting={waiting} />}
            {problem && (
              <div ref={notice}>
                <ProblemNotice problem={problem} />
              </div>
            )}
          </div>
          <FormAside event={event} name={draft.name} />
        </form>
        <StickyBar>
          <div className={`wrap ${styles.buttons}`}>
            {step !== 'you' && (
              <Button variant="quiet" onClick={() => goTo(step === 'send' ? 'stories' : 'you')}>
                {common('back')}
              </Button>
            )}
            <Button
              type="submit"
              form={formId}
              className={styles.forward}
              busy={sending}
              icon={step === 'send' ? IconSend : undefined}
              iconAfter={step === 'send' ? undefined : IconArrowRight}
            >
              {t(sending ? 'sending' : `forward.${step}`)}
            </Button>
          </div>
        </StickyBar>
      </main>
    </>
  )
}

const valueAt = (draft: Draft, path: string): unknown =>
  path.startsWith('answers.') ? draft.answers[path.slice(8)] : draft[path as keyof Draft]

/** What went wrong stands at the end of the form, where the bar with the button would cover it. */
function useIntoView(problem: Problem | null) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) notice.current?.scrollIntoView({ block: 'center' })
  }, [problem])
  return notice
}

/** Somebody sent her a link to come together: its secret goes into the draft, and out of the address. */
function useTogetherLink(change: (part: Partial<Draft>) => void) {
  const { hash, search } = useLocation()
  const navigate = useNavigate()
  const changing = useRef(change)
  useEffect(() => {
    changing.current = change
  })
  useEffect(() => {
    const token = togetherToken(hash)
    if (token === null) return
    changing.current({ together: token })
    void navigate({ search, hash: '' }, { replace: true, preventScrollReset: true })
  }, [hash, search, navigate])
}

/** A new step begins at its title, for the eye and for a screen reader; the first one is left alone. */
function useFocusOn(step: StepName) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [step])
  return heading
}
