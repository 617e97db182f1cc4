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

/**
 * Stored answers with some of them changed, or what to say about the whole. Answers to questions that are no longer asked stay: nobody can
 * change them, and nothing that people said is lost.
 */
export function readChangedAnswers(
  questions: readonly Question[],
  stored: Answers,
  typed: Answers,
): { readonly answers: Record<string, Answer>; readonly errors: readonly FieldError[] } {
  const asked = new Set(questions.map(({ id }) => id))
  const isAsked = ([id]: readonly [string, unknown]): boolean => asked.has(id)
  const entries = Object.entries(stored)
  const { answers, errors } = readAnswers(questions, { ...Object.fromEntries(entries.filter(isAsked)), ...typed })
  return { answers: { ...Object.fromEntries(entries.filter((entry) => !isAsked(entry))), ...answers }, errors }
}

function suggested({ suggestion }: Readonly<Record<string, string | number>>): { readonly suggestion?: string } {
  return typeof suggestion === 'string' ? { suggestion } : {}
}
