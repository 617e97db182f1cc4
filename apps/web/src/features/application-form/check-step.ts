import type { Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import type { Text } from '../../lib/i18n/index.js'
import { questionErrors, readHandleErrors } from '../questions/index.js'
import type { Draft } from './draft.js'
import { mendedEmail } from './mended-email.js'
import type { Step } from './form-plan.js'

type Context = {
  t: Text<'apply'>
  common: Text<'common'>
  questions: readonly Question[]
  change: (part: Partial<Draft>) => void
  /** Whether a file for this question is still being sent. */
  isSending: (questionId: string) => boolean
}

/** What keeps somebody from leaving this step, by field. */
export function checkStep(step: Step, draft: Draft, consent: boolean, context: Context): FormErrors {
  if (step.name === 'send') return consent ? {} : { consent: { message: context.t('error.consent') } }
  return {
    ...(step.name === 'you' ? checkYou(draft, context) : {}),
    ...(step.asksHandle ? readHandleErrors(draft.handle, context.common, (handle) => context.change({ handle })) : {}),
    ...(step.name === 'questions' ? checkQuestions(step.questions, draft, context) : {}),
  }
}

function checkYou({ name, email }: Draft, { t, common, change }: Context): FormErrors {
  const typed = email.trim()
  const isRight = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) && !/[,;]/.test(typed)
  return {
    ...(name.trim() ? {} : { name: { message: common('person.nameMissing') } }),
    ...(isRight
      ? {}
      : { email: { message: t(typed ? 'error.email.form' : 'error.email.missing'), cure: emailCure(typed, t, change)?.cure } }),
  }
}

/** When an address looks like a slip of the thumb: what it probably should be. */
export function emailCure(email: string, t: Text<'apply'>, change: Context['change']): FormErrors[string] | undefined {
  const suggestion = mendedEmail(email)
  if (suggestion === null) return undefined
  return {
    message: t('error.email.slip', { suggestion }),
    cure: { label: t('error.email.cure', { suggestion }), apply: () => change({ email: suggestion }) },
  }
}

/** Whether a question applies may depend on one of another step, so all of them are read. */
function checkQuestions(asked: readonly Question[], { answers }: Draft, { common, questions, change, isSending }: Context): FormErrors {
  const accept = (id: string, answer: string | string[]) => change({ answers: { ...answers, [id]: answer } })
  const found = questionErrors(questions, answers, common, accept)
  const sending = asked.filter(({ id }) => isSending(id)).map(({ id }) => [`answers.${id}`, { message: common('file.busy') }] as const)
  const here = asked.flatMap(({ id }) => Object.entries(found).filter(([path]) => path === `answers.${id}`))
  return { ...Object.fromEntries(here), ...Object.fromEntries(sending) }
}
