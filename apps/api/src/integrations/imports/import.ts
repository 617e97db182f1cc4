import type { MessageValues } from '../../http/index.js'
import type { ImportPlan } from './import-plan.js'

export const importStates = ['uploaded', 'checking', 'checked', 'running', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How a file is read, and what its first lines say. */
export interface Reading {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** The names of the columns, from its first line. */
  readonly columns: readonly string[]
  /** The first rows, as far as the columns go. */
  readonly sample: readonly (readonly string[])[]
}

export interface Import {
  readonly id: string
  readonly organizationId: string
  readonly eventId: string
  readonly userId: string
  readonly fileName: string
  readonly reading: Reading
  readonly state: ImportState
  readonly plan: ImportPlan | null
  readonly rowsTotal: number
  readonly rowsDone: number
  /** Rows that become applications, or have. */
  readonly good: number
  /** Rows whose address has applied already, or stands further up. */
  readonly known: number
  readonly wrong: number
  /** The code of what ended it. */
  readonly failure: string | null
  readonly uploadedAt: Date
  readonly endedAt: Date | null
}

/** What is wrong with one field of one row. */
export interface ImportError {
  /** Of the file, as a spreadsheet counts: the header is line 1. */
  readonly line: number
  /** Null for what no column says. */
  readonly column: string | null
  readonly value: string
  readonly code: string
  readonly values: MessageValues
}
