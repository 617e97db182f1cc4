import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Button, FieldError } from '../../../../components/index.js'
import type { QuestionInput, QuestionType } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import type { Keyed } from '../draft.js'
import type { Editor } from '../use-editor.js'
import { QuestionEditor } from './question-editor.js'
import styles from './section.module.css'

type Name = 'questions' | 'surveyQuestions'

const applicationTypes: readonly QuestionType[] = ['short', 'long', 'choice']
const surveyTypes: readonly QuestionType[] = ['rating', 'choice', 'short', 'long']
const mostQuestions = 20

const newQuestion = (type: QuestionType): Keyed<QuestionInput> => ({
  key: crypto.randomUUID(),
  type,
  label: '',
  help: null,
  required: false,
  options: [],
  maxLength: 200,
  settings: {},
  showIf: null,
})

/** The questions of a form, application and survey alike, in the order they are asked. */
export function QuestionsSection({ editor, name }: { editor: Editor; name: Name }) {
  const t = useText('console')
  const { values, set, errors, isLocked, closed } = editor
  const questions = values[name]
  const types = name === 'questions' ? applicationTypes : surveyTypes
  const disabled = isLocked(name) || closed
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')

  const change = (changed: Keyed<QuestionInput>[]) => set({ [name]: changed })
  const focusOn = (index: number, selector: string) =>
    requestAnimationFrame(() => list.current?.children[index]?.querySelector<HTMLElement>(selector)?.focus())

  const add = () => {
    change([...questions, newQuestion(types[0] ?? 'short')])
    focusOn(questions.length, 'input')
  }
  const move = (index: number, by: -1 | 1) => {
    const to = index + by
    change(moved(questions, index, to))
    setSaid(t('editor.question.moved', { number: to + 1, count: questions.length }))
    focusOn(to, `[data-move="${by}"]:not(:disabled), [data-move="${-by}"]`)
  }
  const remove = (index: number) => {
    change(questions.filter((_, at) => at !== index))
    setSaid(t('editor.question.removed'))
  }

  return (
    <>
      <p className={styles.note}>{t(name === 'questions' ? 'editor.questionsHint' : 'editor.surveyHint')}</p>
      {isLocked(name) && <p className={styles.locked}>{t(name === 'questions' ? 'editor.lockQuestions' : 'editor.lockSurvey')}</p>}
      {questions.length ? (
        <ol ref={list} className={styles.items}>
          {questions.map((question, index) => (
            <QuestionEditor
              key={question.key}
              question={question}
              number={index + 1}
              count={questions.length}
              types={types}
              errors={errors}
              path={`${name}.${index}`}
              disabled={disabled}
              onChange={(changed) => change(questions.map((one, at) => (at === index ? { ...one, ...changed } : one)))}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      ) : (
        <p className="soft">{t('editor.question.none')}</p>
      )}
      <div tabIndex={-1} data-invalid={errors[name] ? true : undefined}>
        <FieldError id={`${name}-error`} error={errors[name]} />
      </div>
      <span className="sr" role="status">
        {said}
      </span>
      {!disabled && questions.length < mostQuestions && (
        <Button variant="quiet" size="small" icon={IconPlus} className={styles.add} onClick={add}>
          {t('editor.question.add')}
        </Button>
      )}
    </>
  )
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}
