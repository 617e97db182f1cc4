import type { Answer } from '#forms'
import type { ImportedApplication } from '../../applications/index.js'
import type { Question } from '../../events/index.js'
import { canonicalEmail, cleanLine, isPlainText } from '../../http/dto/index.js'
import type { FieldError } from '../../http/index.js'
import type { ImportPlan } from './import-plan.js'
import { readField } from './read-field.js'

const longestName = 200

/** What one row says, as far as the columns of the plan go. */
export function readRow(plan: ImportPlan, questions: readonly Question[], fields: readonly string[]): ImportedApplication {
  const field = (column: number | null | undefined): string => (column === null || column === undefined ? '' : (fields[column] ?? ''))
  const answers: Record<string, Answer> = {}
  for (const question of questions)
    if (Object.hasOwn(plan.answers, question.id))
      answers[question.id] = readField(question, field(plan.answers[question.id]), plan.dateOrder)
  return {
    name: cleanLine(field(plan.name)),
    email: cleanLine(field(plan.email)),
    handle: cleanLine(field(plan.handle).replace(/^'(?=@)/, '')),
    locale: plan.locale,
    answers,
  }
}

/** What is wrong with name and address. */
export function contactErrors({ name, email }: ImportedApplication): FieldError[] {
  return [
    ...(name === '' ? [{ path: 'name', code: 'problems:field.required' }] : []),
    ...(isPlainText(name, false) ? [] : [{ path: 'name', code: 'problems:field.plain' }]),
    ...([...name].length > longestName ? [{ path: 'name', code: 'problems:field.tooLong', values: { max: longestName } }] : []),
    ...(canonicalEmail(email) === undefined ? [{ path: 'email', code: 'problems:field.email' }] : []),
  ]
}
