import type { Locale } from '../../http/index.js'

export const dateOrders = ['year-month-day', 'day-month-year', 'month-day-year'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What each column of a file holds, and what is done with the rest. */
export interface ImportPlan {
  /** Indexes of columns; null for what the file does not have. */
  readonly name: number
  readonly email: number
  readonly handle: number | null
  /** Questions by their id. */
  readonly answers: Readonly<Record<string, number>>
  /** The language of the mails. */
  readonly locale: Locale
  readonly dateOrder: DateOrder
  /** Whether a required answer may be missing. */
  readonly forgiveMissing: boolean
}

/** The columns that a plan asks for. */
export function columnsOf({ name, email, handle, answers }: ImportPlan): readonly number[] {
  return [name, email, ...(handle === null ? [] : [handle]), ...Object.values(answers)]
}
