import { useMemo, useState } from 'react'
import type { PublicEvent } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { useFileAnswers } from '../questions/index.js'
import { checkStep, emailCure } from './check-step.js'
import type { Draft } from './draft.js'
import { isShown, type Step, stepsOf } from './form-plan.js'
import type { useDraft } from './use-draft.js'
import { useStep } from './use-step.js'

/** What is being filled in: the steps, the one she is on, what she typed there and what is wrong with it. */
export function useFilling(event: PublicEvent, keeping: ReturnType<typeof useDraft>) {
  const t = useText('apply')
  const common = useText('common')
  const { draft, change } = keeping
  const [consent, setConsent] = useState(false)
  const [errors, setErrors] = useState<FormErrors>({})

  const edit = (part: Partial<Draft>) => {
    change(part)
    const after = { ...draft, ...part }
    // What is being mended is no longer complained about; the other complaints stay.
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([path]) => valueAt(draft, path) === valueAt(after, path))))
  }
  const forgive = (questionId: string) => setErrors(({ [`answers.${questionId}`]: _, ...others }) => others)
  const sent = useFileAnswers({
    organization: event.organization.slug,
    event: event.slug,
    known: keeping.files,
    onSent: (questionId, file) => {
      keeping.answerWithFile(questionId, file)
      forgive(questionId)
    },
  })
  const files: typeof sent = {
    ...sent,
    choose: (question, file) => {
      forgive(question.id)
      sent.choose(question, file)
    },
    stop: (questionId) => {
      forgive(questionId)
      sent.stop(questionId)
    },
  }
  const isSending = (questionId: string) => 'share' in (files.onItsWay(questionId) ?? {})
  const check = (one: Step, agreed = consent) =>
    checkStep(one, draft, agreed, { t, common, questions: event.questions, change: edit, isSending })

  const all = useMemo(() => stepsOf(event.questions), [event.questions])
  const steps = all.filter((one) => isShown(one, event.questions, draft.answers))
  const { step, goTo } = useStep(all, steps, (one) => Object.keys(check(one, true)).length === 0)

  const agree = (agreed: boolean) => {
    setConsent(agreed)
    setErrors({})
  }
  /** Nobody is told off while typing: on leaving a field only what one press can mend is said. */
  const offerCure = (path: string) => {
    const found = check(step)[path] ?? (path === 'email' ? emailCure(draft.email, t, edit) : undefined)
    if (found?.cure && valueAt(draft, path)) setErrors((before) => ({ ...before, [path]: found }))
  }
  const startAgain = () => {
    keeping.startAgain()
    agree(false)
    if (all[0]) goTo(all[0])
  }
  return { all, steps, step, goTo, draft, edit, files, consent, agree, errors, setErrors, check, offerCure, startAgain }
}

const valueAt = (draft: Draft, path: string): unknown =>
  path.startsWith('answers.') ? draft.answers[path.slice(8)] : draft[path as keyof Draft]
