import { Injectable } from '@nestjs/common'
import { Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { Conflict, type FieldError, Invalid, NotFound } from '../../http/index.js'
import { defineJob, JobQueue } from '../../jobs/index.js'
import type { Import } from './import.js'
import { columnsOf, type ImportPlan } from './import-plan.js'
import { ImportRepository } from './import.repository.js'

export const checkImport = defineJob<{ importId: string }>('check-import', { retryLimit: 3, retryDelaySeconds: 2 })

/** Somebody says what the columns hold; then every row is looked at, and nothing is changed. */
@Injectable()
export class PlanImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly imports: ImportRepository,
    private readonly jobs: JobQueue,
  ) {}

  async run({ id, eventId }: Import, plan: ImportPlan): Promise<void> {
    await this.transactions.run(async (manager) => {
      const found = await this.imports.lock(manager, id)
      if (!found) throw new NotFound()
      if (found.state !== 'uploaded' && found.state !== 'checked') throw new Conflict('imports:underWay')
      const questions = await this.events.questionsOf(manager, eventId, 'application')
      const errors = planErrors(plan, found.reading.columns.length, new Set(questions.map((question) => question.id)))
      if (errors.length > 0) throw new Invalid(errors)
      await this.imports.startCheck(manager, id, plan)
      await this.jobs.enqueue(manager, checkImport, { importId: id })
    })
  }
}

function planErrors(plan: ImportPlan, columns: number, questions: ReadonlySet<string>): FieldError[] {
  const used = columnsOf(plan)
  const pathOf = (column: number): string => {
    if (plan.name === column) return 'name'
    if (plan.email === column) return 'email'
    return plan.handle === column ? 'handle' : 'answers'
  }
  return [
    ...used
      .filter((column) => column >= columns)
      .map((column) => ({ path: pathOf(column), code: 'imports:noColumn', values: { count: columns } })),
    ...(new Set(used).size < used.length ? [{ path: 'answers', code: 'imports:columnTwice' }] : []),
    ...(Object.keys(plan.answers).every((id) => questions.has(id)) ? [] : [{ path: 'answers', code: 'imports:noQuestion' }]),
  ]
}
