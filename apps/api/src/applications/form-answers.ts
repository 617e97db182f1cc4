import { type Answer, type Answers, parseHandle, type Question, readAnswers as readForm } from '#forms'
import type { FieldError } from '../http/index.js'

/** A handle as it is kept, or what to say about it. */
export function readHandle(text: string): { readonly handle: string | null; readonly errors: readonly FieldError[] } {
  const reading = parseHandle(text)
  if (reading.kind === 'none') return { handle: null, errors: [] }
  if (reading.kind === 'handle') return { handle: reading.handle, errors: [] }
  if (reading.kind === 'unclear') return { handle: null, errors: [{ path: 'handle', code: 'applications:handleUnclear' }] }
  const { suggestion } = reading
  return { handle: null, errors: [{ path: 'handle', code: 'applications:handleIsAddress', values: { suggestion }, suggestion }] }
}

/** Answers as they are kept, or what to say about them. */
export function readAnswers(
  questions: readonly Question[],
  typed: Answers,
): { readonly answers: Record<string, Answer>; readonly errors: readonly FieldError[] } {
  const { answers, errors } = readForm(questions, typed)
  return {
    answers: { ...answers },
    errors: errors.map(({ path, code, values }) => ({ path, code: `forms:${code}`, values, ...suggested(values) })),
  }
}

function suggested({ suggestion }: Readonly<Record<string, string | number>>): { readonly suggestion?: string } {
  return typeof suggestion === 'string' ? { suggestion } : {}
}
