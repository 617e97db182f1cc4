import type { Question } from '../src/question.js'

/** A question of which only the named parts matter. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  return {
    id: 'q',
    type: 'short',
    label: 'Why?',
    help: null,
    required: false,
    options: [],
    maxLength: 200,
    settings: {},
    showIf: null,
    ...changes,
  }
}
