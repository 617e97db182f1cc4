import type { SelectionPolicy } from '#policy'
import type { AgendaInput, EventDetail, EventInput, QuestionInput } from '../../../lib/api/types.js'
import type { DraftQuestion } from '../../form-builder/index.js'
import { withShortNames } from './policy/short-names.js'

/** List entries keep a key of their own while they are edited: new ones have no id yet, and all of them move about. */
export type Keyed<Item> = Item & { key: string }

/** What the editor's fields hold. `coverUrl` is what the chosen picture looks like; the server knows only its id. */
export type Draft = Omit<EventInput, 'questions' | 'surveyQuestions' | 'agenda' | 'policy' | 'confirm'> & {
  policy: SelectionPolicy
  questions: DraftQuestion[]
  surveyQuestions: DraftQuestion[]
  agenda: Keyed<AgendaInput>[]
  coverUrl: string | null
}

export type Field = keyof Draft

const keyed = <Item extends { id: string }>(items: readonly Item[]): Keyed<Item>[] => items.map((item) => ({ ...item, key: item.id }))

/** An event as the fields show it. */
export function draftOf(event: EventDetail): Draft {
  const { id: _id, phase: _phase, version: _version, publicUrl: _url, publishedAt: _published, cancelledAt: _cancelled, ...rest } = event
  const { cancelReason: _reason, cover, hosts: _hosts, missing: _missing, locked: _locked, ...plain } = rest
  return {
    ...plain,
    questions: keyed(event.questions),
    surveyQuestions: keyed(event.surveyQuestions),
    agenda: keyed(event.agenda),
    coverUrl: cover?.medium ?? null,
  }
}

const withoutKey = <Item>({ key: _key, ...item }: Keyed<Item>) => item

/** The key of a new question is its id in the request, so that conditions can name it; the server gives it another one. */
const asSent = ({ key, ...question }: DraftQuestion): QuestionInput => ({ ...question, id: question.id ?? key })

/** The changed fields as the server takes them. */
export function inputOf({ questions, surveyQuestions, agenda, policy, coverUrl: _shown, ...plain }: Partial<Draft>): Partial<EventInput> {
  return {
    ...plain,
    ...(policy && { policy: withShortNames(policy) as EventInput['policy'] }),
    ...(questions && { questions: questions.map(asSent) }),
    ...(surveyQuestions && { surveyQuestions: surveyQuestions.map(asSent) }),
    ...(agenda && { agenda: inOrder(agenda).map(withoutKey) as AgendaInput[] }),
  }
}

/** The agenda is in order of time, whatever order it was typed in. */
export const inOrder = <Item extends { startsAt: string }>(agenda: readonly Item[]): Item[] =>
  [...agenda].sort((one, other) => one.startsAt.localeCompare(other.startsAt))
