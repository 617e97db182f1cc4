/**
 * What kind of answer a question asks for. A heading asks for none: it starts a step of the form. A rating is a whole number from 1 to 5,
 * `choice` takes one of the options and `choices` several.
 */
export const questionTypes = [
  'heading',
  'short',
  'long',
  'choice',
  'choices',
  'number',
  'date',
  'country',
  'link',
  'handle',
  'file',
  'consent',
  'rating',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** Networks on which a handle can be asked for. `fediverse` is every server that speaks Mastodon's API. */
export const handleNetworks = ['fediverse', 'bluesky', 'instagram', 'tiktok', 'youtube', 'linkedin', 'github', 'x', 'website'] as const
export type HandleNetwork = (typeof handleNetworks)[number]

export const fileKinds = ['image', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]

/** What else a question says about its answer; each key belongs to one type and is absent where nothing is asked for. */
export interface QuestionSettings {
  /** Of a number: the smallest and the largest, and how many decimals it may have. */
  readonly least?: number
  readonly most?: number
  readonly decimals?: number
  /** Of a date: the first and the last day (YYYY-MM-DD), and whether it is the person's birthday. */
  readonly earliest?: string
  readonly latest?: string
  readonly birthday?: boolean
  /** Of several choices: how few and how many. */
  readonly fewest?: number
  readonly mostChoices?: number
  /** Of a handle: on which network; on any where it is absent. */
  readonly network?: HandleNetwork
  /** Of a file. */
  readonly kinds?: readonly FileKind[]
  readonly maxMegabytes?: number
  /** Of a consent: what is agreed to. */
  readonly documentTitle?: string
  readonly documentUrl?: string
}

/** A question is shown only when another one above it has one of these answers. */
export interface ShowIf {
  readonly questionId: string
  /** Options of a choice or of choices, ISO codes of countries, or `yes` for a consent. */
  readonly is: readonly string[]
}

/** One field of an application or of a survey. */
export interface Question {
  readonly id: string
  readonly type: QuestionType
  readonly label: string
  readonly help: string | null
  readonly required: boolean
  /** What can be chosen, for a choice or choices; empty otherwise. */
  readonly options: readonly string[]
  /** The most characters (Unicode code points) of a text. */
  readonly maxLength: number
  readonly settings: QuestionSettings
  readonly showIf: ShowIf | null
}

/** What was chosen of several options is a list; every other answer is a text in the form that its type keeps. */
export type Answer = string | string[]

/** Answers by the id of their question. A question without an answer has no entry. */
export type Answers = Readonly<Record<string, Answer>>

export const highestRating = 5
