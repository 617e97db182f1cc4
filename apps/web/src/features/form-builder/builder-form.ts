import type { Locale } from '../../lib/api/types.js'
import { withOption, withoutOption } from './change-questions.js'
import type { DraftQuestion, FormKind } from './draft-question.js'

/** The form while it is built: what its questions, settings and menus share. */
export type BuilderForm = {
  questions: readonly DraftQuestion[]
  kind: FormKind
  /** In which people read the questions. */
  language: Locale
  disabled: boolean
  change: (questions: DraftQuestion[]) => void
  /** What is wrong with a part of a question: `options`, `settings.most`. */
  errorAt: (index: number, path: string) => string | undefined
  /** Whether anything is wrong with a question. */
  hasErrors: (index: number) => boolean
  /** A field that cannot be read yet says so, and nothing is sent until it can. */
  trouble: (path: string, message: string | null) => void
}

/** One question and how its fields are changed. */
export type QuestionForm = {
  question: DraftQuestion
  index: number
  set: (change: Partial<DraftQuestion>) => void
  setting: (change: DraftQuestion['settings']) => void
  renameOption: (at: number, text: string) => void
  removeOption: (at: number) => void
  errorAt: (path: string) => string | undefined
  trouble: (path: string, message: string | null) => void
}

export function questionFormOf(form: BuilderForm, question: DraftQuestion, index: number): QuestionForm {
  const set = (change: Partial<DraftQuestion>) =>
    form.change(form.questions.map((one) => (one.key === question.key ? { ...one, ...change } : one)))
  return {
    question,
    index,
    set,
    setting: (change) => set({ settings: settled({ ...question.settings, ...change }) }),
    renameOption: (at, text) => form.change(withOption(form.questions, question.key, at, text)),
    removeOption: (at) => form.change(withoutOption(form.questions, question.key, at)),
    errorAt: (path) => form.errorAt(index, path),
    trouble: (path, message) => form.trouble(`${question.key}.${path}`, message),
  }
}

/** A setting that asks for nothing is left out. */
const settled = (settings: DraftQuestion['settings']): DraftQuestion['settings'] =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && value !== '' && value !== false))
