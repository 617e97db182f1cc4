import { DateTime } from 'luxon'
import type { Answer } from '#forms'
import { ticketNumber } from '#draw'
import type { Step } from '../../applications/index.js'
import type { Question } from '../../events/index.js'
import { type Locale, translate } from '../../http/index.js'
import type { Cell } from '../sheets/cell.js'

/** One application as it goes into a list. */
export interface ExportedApplication {
  readonly ticketId: string
  readonly name: string
  readonly email: string
  readonly handle: string | null
  readonly handleProvenAt: Date | null
  readonly step: Step
  readonly rank: number | null
  readonly tags: readonly string[]
  readonly locale: Locale
  readonly country: string | null
  readonly knownFan: boolean
  readonly receivedAt: Date
  readonly confirmedAt: Date | null
  readonly referrer: string | null
  readonly source: string | null
  readonly medium: string | null
  readonly campaign: string | null
  readonly answers: Readonly<Record<string, Answer>>
}

export interface Column {
  readonly title: string
  readonly cell: (application: ExportedApplication) => Cell
}

/** What a person reads in the columns of a list: words in her language, times on the clock of the event. */
export function exportColumns(questions: readonly Question[], locale: Locale, timeZone: string): readonly Column[] {
  const word = (key: string, values = {}) => translate(locale, `exports:${key}`, values)
  const country = countryName(locale)
  const time = (at: Date | null): Cell => at && DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm')
  const column = (key: string, cell: Column['cell']): Column => ({ title: word(`column.${key}`, { timeZone }), cell })
  return [
    column('ticket', ({ ticketId }) => ticketNumber(ticketId)),
    column('name', ({ name }) => name),
    column('email', ({ email }) => email),
    column('handle', ({ handle }) => handle),
    column('handleProven', ({ handle, handleProvenAt }) => handle && word(handleProvenAt === null ? 'no' : 'yes')),
    column('step', ({ step }) => word(`step.${step}`)),
    column('rank', ({ rank }) => rank),
    column('tags', ({ tags }) => tags.join('; ')),
    column('language', (application) => application.locale),
    column('country', (application) => country(application.country)),
    column('knownFan', ({ knownFan }) => word(knownFan ? 'yes' : 'no')),
    column('receivedAt', ({ receivedAt }) => time(receivedAt)),
    column('confirmedAt', ({ confirmedAt }) => time(confirmedAt)),
    column('referrer', ({ referrer }) => referrer),
    column('source', ({ source }) => source),
    column('medium', ({ medium }) => medium),
    column('campaign', ({ campaign }) => campaign),
    ...questions.filter(({ type }) => type !== 'heading').map((question) => answerColumn(question, word, country)),
  ]
}

function answerColumn({ id, label, type }: Question, word: (key: string) => string, country: (code: string | null) => Cell): Column {
  const read = (answer: string): Cell => {
    if (type === 'country') return country(answer)
    if (type === 'consent') return word(answer === 'yes' ? 'yes' : 'no')
    return type === 'number' || type === 'rating' ? Number(answer) : answer
  }
  return {
    title: label,
    cell: ({ answers }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
      if (answer === undefined) return null
      return typeof answer === 'string' ? read(answer) : answer.join('; ')
    },
  }
}

function countryName(locale: Locale): (code: string | null) => Cell {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return (code) => code && (names.of(code) ?? code)
}
