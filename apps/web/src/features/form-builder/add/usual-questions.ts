import type { KeyOf, Text } from '../../../lib/i18n/index.js'
import { answerOf, type DraftQuestion, type FormKind, newQuestion } from '../draft-question.js'

type Usual = Pick<Partial<DraftQuestion>, 'required' | 'maxLength' | 'settings'> & {
  name: string
  type: DraftQuestion['type']
  /** How many answers it offers, each in the catalogue. */
  options?: number
}

/** What is asked again and again. Their words are in the catalogue of the language in which people read the form. */
const usual: Record<FormKind, readonly Usual[]> = {
  application: [
    { name: 'why', type: 'long', maxLength: 400, required: true },
    { name: 'needs', type: 'long', maxLength: 400 },
    { name: 'travel', type: 'choice', options: 4 },
    { name: 'country', type: 'country' },
    { name: 'before', type: 'choice', options: 2, required: true },
    { name: 'birthday', type: 'date', settings: { birthday: true } },
    { name: 'work', type: 'link' },
    { name: 'photos', type: 'consent' },
  ],
  survey: [
    { name: 'rating', type: 'rating', required: true },
    { name: 'best', type: 'long', maxLength: 600 },
    { name: 'better', type: 'long', maxLength: 600 },
    { name: 'again', type: 'choice', options: 3 },
    { name: 'invited', type: 'short', maxLength: 200 },
  ],
}

/** The usual questions of a form, ready to be added. */
export function usualQuestions(kind: FormKind, t: Text<'usual'>): DraftQuestion[] {
  const words = (key: string) => t(key as KeyOf<'usual'>)
  return usual[kind].map(({ name, type, options = 0, ...rest }) => ({
    ...newQuestion(type),
    ...answerOf(
      type,
      Array.from({ length: options }, (_, index) => words(`${name}.${index + 1}`)),
    ),
    label: words(`${name}.label`),
    help: t.has(`${name}.help`) ? words(`${name}.help`) : null,
    ...rest,
  }))
}
