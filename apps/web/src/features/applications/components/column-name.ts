import type { Question } from '../../../lib/api/types.js'
import type { useText } from '../../../lib/i18n/index.js'
import { knownColumns } from '../listed.js'

/** What a column is called: a word of ours, or the question. */
export function columnName(column: string, questions: readonly Question[], t: ReturnType<typeof useText<'console'>>): string {
  const known = knownColumns.find((name) => name === column)
  return known ? t(`applications.column.${known}`) : (questions.find(({ id }) => id === column)?.label ?? '')
}
