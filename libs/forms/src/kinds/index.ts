import type { QuestionType } from '../question.js'
import { country } from './country-kind.js'
import { date } from './date-kind.js'
import { handle } from './handle-kind.js'
import type { Kind } from './kind.js'
import { link } from './link-kind.js'
import { number } from './number-kind.js'
import { choice, consent, file, heading, long, rating, short } from './text-kinds.js'

/** What one text must be for each type; of several choices, each of them. */
export const kinds: Readonly<Record<QuestionType, Kind>> = {
  heading,
  short,
  long,
  choice,
  choices: choice,
  number,
  date,
  country,
  link,
  handle,
  file,
  consent,
  rating,
}
