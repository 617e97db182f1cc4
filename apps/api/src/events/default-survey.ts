import { newId } from '../database/index.js'
import { type Locale, translate } from '../http/index.js'
import { type EditedQuestion, sameQuestions } from './edited-questions.js'
import type { Question } from './question.entity.js'

const plain = { settings: {}, showIf: null }

/** The survey that every event begins with, in the event's language. */
export function defaultSurvey(locale: Locale): EditedQuestion[] {
  return surveyIn(locale).map((question) => ({ ...question, id: newId() }))
}

function surveyIn(locale: Locale): Omit<EditedQuestion, 'id'>[] {
  const text = (key: string): string => translate(locale, `events:survey.${key}`)
  return [
    { type: 'rating', label: text('rating'), help: text('ratingHelp'), required: true, options: [], maxLength: 200, ...plain },
    {
      type: 'choice',
      label: text('again'),
      help: null,
      required: false,
      options: [text('yes'), text('perhaps'), text('no')],
      maxLength: 200,
      ...plain,
    },
    { type: 'long', label: text('words'), help: text('wordsHelp'), required: false, options: [], maxLength: 2000, ...plain },
  ]
}

/** The survey that nobody has touched, in the language that the event is now written in; nothing where it stays as it is. */
export function followedSurvey(present: readonly Question[], from: Locale, to: Locale): EditedQuestion[] | undefined {
  const inLanguage = (locale: Locale) => surveyIn(locale).map((question, index) => ({ ...question, id: present[index]?.id ?? newId() }))
  return from !== to && sameQuestions(present, inLanguage(from)) ? inLanguage(to) : undefined
}
