import { cleanAnswer } from '../clean-answer.js'
import { mostFiles, mostOptions, mostQuestions } from '../limits.js'
import { conditionRules } from './condition-rules.js'
import type { QuestionProblem, Rule, WrittenQuestion } from './problem.js'
import { settingsRules } from './settings-rules.js'

/**
 * What is wrong with the questions of a form, each with its place. The builder and the server both ask this.
 *
 * @param questions in their order.
 * @param form an application's, or a survey's, which alone has ratings and has no files.
 * @returns none when the form can be kept.
 */
export function questionProblems(questions: readonly WrittenQuestion[], form: 'application' | 'survey'): readonly QuestionProblem[] {
  const files = questions.flatMap(({ type }, index) => (type === 'file' ? [index] : []))
  return broken('', [
    [questions.length > mostQuestions, '', 'tooManyQuestions', { max: mostQuestions }],
    ...files.slice(mostFiles).map((index): Rule => [true, `${index}.type`, 'tooManyFiles', { max: mostFiles }]),
  ]).concat(
    questions.flatMap((question, index) =>
      broken(`${index}.`, [
        ...ownRules(question, form),
        [question.id !== undefined && questions.findIndex(({ id }) => id === question.id) < index, 'id', 'idTwice'],
        ...optionRules(question),
        ...settingsRules(question),
        ...conditionRules(questions, index),
      ]),
    ),
  )
}

function ownRules({ type, label, required }: WrittenQuestion, form: 'application' | 'survey'): readonly Rule[] {
  return [
    [cleanAnswer(label, false) === '', 'label', 'labelMissing'],
    [type === 'heading' && required, 'required', 'headingRequired'],
    [type === 'rating' && form === 'application', 'type', 'ratingInSurveyOnly'],
    [type === 'file' && form === 'survey', 'type', 'fileInApplicationOnly'],
  ]
}

function optionRules({ type, options }: WrittenQuestion): readonly Rule[] {
  if (type !== 'choice' && type !== 'choices') return []
  const kept = options.map((option) => cleanAnswer(option, false))
  return [
    [options.length < 2, 'options', 'twoOptions'],
    [options.length > mostOptions, 'options', 'tooManyOptions', { max: mostOptions }],
    ...kept.map((option, index): Rule => [option === '', `options.${index}`, 'optionEmpty']),
    ...kept.map((option, index): Rule => [option !== '' && kept.indexOf(option) < index, `options.${index}`, 'sameOption', { option }]),
  ]
}

function broken(at: string, rules: readonly Rule[]): readonly QuestionProblem[] {
  return rules.flatMap(([isBroken, path, code, values = {}]) => (isBroken ? [{ path: `${at}${path}`, code, values }] : []))
}
