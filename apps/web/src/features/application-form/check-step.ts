import type { Question } from '../../lib/api/types.js'
import type { FormErrors } from '../../lib/form-errors.js'
import type { Text } from '../../lib/i18n/index.js'
import { questionErrors, readHandleErrors } from '../questions/index.js'
import type { Draft } from './draft.js'

export const steps = ['you', 'stories', 'send'] as const
export type StepName = (typeof steps)[number]

type Context = { t: Text<'apply'>; common: Text<'common'>; questions: readonly Question[]; change: (part: Partial<Draft>) => void }

/** What keeps somebody from leaving this step, by field. */
export function checkStep(step: StepName, draft: Draft, consent: boolean, context: Context): FormErrors {
  if (step === 'you') return checkYou(draft, context)
  if (step === 'stories')
    return {
      ...readHandleErrors(draft.handle, context.common, (handle) => context.change({ handle })),
      ...questionErrors(context.questions, draft.answers, context.common),
    }
  return consent ? {} : { consent: { message: context.t('error.consent') } }
}

function checkYou({ name, email }: Draft, { t, common }: Context): FormErrors {
  return {
    ...(name.trim() ? {} : { name: { message: common('person.nameMissing') } }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
      ? {}
      : { email: { message: t(email.trim() ? 'error.email.form' : 'error.email.missing') } }),
  }
}

/** The step on which a field stands, so that the server's complaint can be shown where it can be mended; null for what nobody sees. */
export function stepOf(path: string): StepName | null {
  if (path === 'name' || path === 'email') return 'you'
  if (path === 'handle' || path.startsWith('answers.')) return 'stories'
  return path === 'consent' ? 'send' : null
}
