import { parseHandle } from '#forms'
import type { Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import type { Text } from '../../lib/i18n/index.js'
import { questionErrors } from '../questions/question-errors.js'
import type { Draft } from './draft.js'

export const steps = ['you', 'stories', 'send'] as const
export type StepName = (typeof steps)[number]

type Context = { t: Text<'apply'>; common: Text<'common'>; questions: readonly Question[]; change: (part: Partial<Draft>) => void }

/** What keeps somebody from leaving this step, by field. */
export function checkStep(step: StepName, draft: Draft, consent: boolean, context: Context): FormErrors {
  if (step === 'you') return checkYou(draft, context)
  if (step === 'stories') return { ...checkHandle(draft.handle, context), ...questionErrors(context.questions, draft.answers, context.common) }
  return consent ? {} : { consent: { message: context.t('error.consent') } }
}

function checkYou({ name, email }: Draft, { t }: Context): FormErrors {
  return {
    ...(name.trim() ? {} : { name: { message: t('error.name') } }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { email: { message: t(email.trim() ? 'error.email.form' : 'error.email.missing') } }),
  }
}

/** A handle is optional; what was typed must be one, or nearly one. */
export function checkHandle(handle: string, { t, change }: Pick<Context, 't' | 'change'>): FormErrors {
  const reading = parseHandle(handle)
  if (reading.kind === 'unclear') return { handle: { message: t('error.handle.unclear') } }
  if (reading.kind !== 'address') return {}
  const { suggestion } = reading
  return { handle: { message: t('error.handle.address', { suggestion }), cure: { label: t('error.handle.cure'), apply: () => change({ handle: suggestion }) } } }
}

/** The step on which a field stands, so that the server's complaint can be shown where it can be mended. */
export function stepOf(path: string): StepName {
  if (path === 'name' || path === 'email') return 'you'
  return path === 'handle' || path.startsWith('answers.') ? 'stories' : 'send'
}
