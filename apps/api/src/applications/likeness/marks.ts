import { createHash } from 'node:crypto'
import type { Answers } from '#forms'
import { lookalikeKey, mailboxKey } from '../identity/mailbox-key.js'

/** What two applications can have in common, the strongest first. */
export const likenessKinds = ['mailbox', 'handle', 'person', 'device', 'lookalike'] as const
export type LikenessKind = (typeof likenessKinds)[number]

export interface Mark {
  readonly kind: LikenessKind
  /** In hexadecimal. */
  readonly mark: string
}

/** What is compared of an application. */
export interface Likened {
  readonly name: string
  /** In the form in which addresses are compared. */
  readonly emailKey: string
  readonly handleKey: string | null
  readonly answers: Answers
  /** In hexadecimal. */
  readonly deviceHint: string | null
}

/** Which questions of the form ask for what is compared. */
export interface LikenessQuestions {
  readonly birthdays: readonly string[]
  readonly handles: readonly string[]
}

/** Everything by which an application can resemble another of its event, each once. A device is known by its hint alone. */
export function marksOf(application: Likened, questions: LikenessQuestions): Mark[] {
  const { name, emailKey, answers, deviceHint } = application
  const given = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      const answer = answers[id]
      return typeof answer === 'string' && answer !== '' ? [answer] : []
    })
  const folded = foldedName(name)
  const handles = new Set([...(application.handleKey ? [application.handleKey] : []), ...given(questions.handles)].map(handleForm))
  const birthdays = folded === '' ? [] : [...new Set(given(questions.birthdays))]
  return [
    { kind: 'mailbox', mark: digest(mailboxKey(emailKey)) },
    { kind: 'lookalike', mark: digest(lookalikeKey(emailKey)) },
    ...[...handles].map((handle) => ({ kind: 'handle' as const, mark: digest(handle) })),
    ...birthdays.map((birthday) => ({ kind: 'person' as const, mark: digest(`${birthday} ${folded}`) })),
    ...(deviceHint === null ? [] : [{ kind: 'device' as const, mark: deviceHint }]),
  ]
}

/** The mark of a handle, wherever in the form it was given. */
export const markOfHandle = (handle: string): string => digest(handleForm(handle))

/** A name without case, accents, punctuation and the order of its parts: "Vermeer, Sanne" is "sánne VERMEER". */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’'`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')
}

const handleForm = (handle: string): string => handle.normalize('NFKC').toLowerCase()

/** Sixteen bytes tell a million texts apart. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
