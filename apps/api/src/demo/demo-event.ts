import type { Answer, QuestionSettings, QuestionType } from '#forms'
import type { SelectionPolicy } from '#policy'
import type { Locale } from '../http/index.js'
import type { Fan } from './crowd.js'

/** Who speaks for the museum; the keys of `hosts` in museum.ts. */
export type HostName = 'mirjam' | 'ineke' | 'joost'

export interface DemoQuestion {
  readonly type: QuestionType
  readonly label: string
  readonly help?: string
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly maxLength?: number
  readonly settings?: QuestionSettings
  /** Asked only of those who gave one of these answers to an earlier question, which is known by its label. */
  readonly showIf?: { readonly label: string; readonly is: readonly string[] }
  /** What people of the demo answer; each takes one. Some answers must fit the person, or what she answered before. */
  readonly answers?: readonly Answer[] | ((before: ReadonlyMap<string, Answer>, fan: Fan) => readonly Answer[])
}

interface DemoAgendaItem {
  /** Hours and minutes after the start, as 1:30. */
  readonly after: string
  readonly title: string
  readonly place?: string
  readonly speaker?: string
  readonly note?: string
}

/** What an event of the demo says. When it happens is up to the timeline. */
export interface DemoEvent {
  readonly title: string
  readonly locale: Locale
  readonly tagline: string
  readonly story: string
  readonly practical: string
  readonly hashtag: string
  readonly cover?: { readonly file: string; readonly alt: string }
  readonly venue: { readonly venueName: string; readonly venueAddress: string; readonly venueCity: string }
  readonly capacity: number
  readonly hosts: readonly HostName[]
  /** How many of those who apply do it once more, with another address. */
  readonly twice?: number
  readonly questions: readonly DemoQuestion[]
  /** How its seats are given, once its questions have ids; the usual way when there is none. */
  readonly policy?: (idOf: (label: string) => string) => SelectionPolicy
  readonly agenda: readonly DemoAgendaItem[]
  /** What guests write into the survey's last field. */
  readonly words?: readonly string[]
}

export const museumVenue = { venueName: 'Duinlicht', venueAddress: 'Kometenpad 1', venueCity: 'Noordwijk' } as const
