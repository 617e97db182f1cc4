import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ImportedApplications } from '../../applications/index.js'
import { type Event, Events, type Question } from '../../events/index.js'
import { FileDisk } from '../../files/index.js'
import type { FieldError } from '../../http/index.js'
import type { Import, ImportError } from './import.js'
import { importPath } from './import-files.js'
import type { ImportPlan } from './import-plan.js'
import { type FileRow, rowsOf } from './read-file.js'
import { contactErrors, readRow } from './read-row.js'

const longestValue = 100

/** The application of a row, ready to be received, or what is wrong with it. */
type Read = { readonly application: ReadApplication } | { readonly errors: readonly ImportError[] }
type ReadApplication = Exclude<ReturnType<ImportedApplications['read']>, readonly FieldError[]>

export interface ReadRows {
  readonly event: Event
  readonly applications: readonly ReadApplication[]
  readonly errors: readonly ImportError[]
  /** How many rows have errors. */
  readonly wrong: number
}

/** What check and run have in common: rows in pieces, and what each of them says. */
@Injectable()
export class RowWork {
  constructor(
    private readonly disk: FileDisk,
    private readonly events: Events,
    private readonly applications: ImportedApplications,
  ) {}

  /** The rows behind the header and behind so many that are done, so many at a time. */
  async *pieces({ id, reading }: Import, size: number, done: number): AsyncGenerator<readonly FileRow[], void> {
    const { bytes } = await this.disk.stream(importPath(id))
    let left = done + 1
    const piece: FileRow[] = []
    for await (const row of rowsOf(bytes, reading)) {
      if (left > 0) left -= 1
      else piece.push(row)
      if (piece.length === size) yield piece.splice(0)
    }
    if (piece.length > 0) yield piece
  }

  /** Reads rows by the rules that the form has now. The door of the event is held; throws when it is closed. */
  async read(
    manager: EntityManager,
    { organizationId, eventId, reading }: Import,
    plan: ImportPlan,
    rows: readonly FileRow[],
  ): Promise<ReadRows> {
    const event = await this.events.byId(manager, organizationId, eventId)
    const gate = await this.applications.holdOpen(manager, event)
    const questions = await this.events.questionsOf(manager, eventId, 'application')
    const forgives = ({ code }: FieldError) => plan.forgiveMissing && code === 'forms:required'
    const read = rows.map((row): Read => {
      const imported = readRow(plan, questions, row.fields)
      const broken = contactErrors(imported)
      const found = this.applications.read(event, questions, gate, imported, forgives)
      const errors = [...broken, ...('id' in found ? [] : found)]
      if (errors.length > 0 || !('id' in found))
        return { errors: errors.map((error) => described(error, row, plan, questions, reading.columns)) }
      return { application: found }
    })
    return {
      event,
      applications: read.flatMap((one) => ('application' in one ? [one.application] : [])),
      errors: read.flatMap((one) => ('errors' in one ? one.errors : [])),
      wrong: read.filter((one) => 'errors' in one).length,
    }
  }
}

/** An error in the words of the file: which line, which column, what stands there. */
function described(
  { path, code, values }: FieldError,
  { line, fields }: FileRow,
  plan: ImportPlan,
  questions: readonly Question[],
  columns: readonly string[],
): ImportError {
  const column = columnOf(path, plan)
  const label = questions.find(({ id }) => path === `answers.${id}`)?.label
  const value = column === null ? '' : (fields[column] ?? '')
  return {
    line,
    column: (column === null ? label : columns[column]) ?? null,
    value: [...value].slice(0, longestValue).join('').toWellFormed(),
    code,
    values: values ?? {},
  }
}

function columnOf(path: string, plan: ImportPlan): number | null {
  if (path.startsWith('answers.')) return plan.answers[path.slice('answers.'.length)] ?? null
  return path === 'name' || path === 'email' || path === 'handle' ? plan[path] : null
}
