import type { ReactNode } from 'react'
import type { Cure } from '../components/index.js'
import type { FieldError } from './api/problem.js'

/** Errors of a form by the path of their field. */
export type FormErrors = Readonly<Record<string, { message: ReactNode; cure?: Cure }>>

/** The server's complaints in the form's shape; the first one for a field counts. */
export function errorsOf(fieldErrors: readonly FieldError[]): FormErrors {
  const errors: Record<string, { message: string }> = {}
  for (const { path, message } of fieldErrors) errors[path] ??= { message }
  return errors
}
