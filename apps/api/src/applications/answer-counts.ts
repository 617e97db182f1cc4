import type { EntityManager } from 'typeorm'
import type { AnswerCount } from '../events/index.js'

/** Of how many applications of an event each of these is true, in one pass over them. Those that are withdrawn or shadows do not count. */
export async function countAnswers(manager: EntityManager, eventId: string, asks: readonly AnswerCount[]): Promise<readonly number[]> {
  const values: unknown[] = [eventId]
  const parameter = (value: unknown): string => `$${values.push(value)}`
  const conditions = asks.map(({ questionId, ask }) => {
    if (ask === 'all') return 'true'
    const id = `${parameter(questionId)}::text`
    if (ask === 'given') return `answers ? ${id}`
    if (ask === 'missing') return `not (answers ? ${id})`
    if ('option' in ask) return `answers -> ${id} ? ${parameter(ask.option)}::text`
    return `char_length(answers ->> ${id}) > ${parameter(ask.longer)}::int`
  })
  const [row] = await manager.query<Record<string, number>[]>(
    `select ${conditions.map((condition, index) => `count(*) filter (where ${condition})::int as c${index}`).join(', ')}
     from applications where event_id = $1 and shadow_of is null and withdrawn_at is null`,
    values,
  )
  return asks.map((_, index) => row?.[`c${index}`] ?? 0)
}
