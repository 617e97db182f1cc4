import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { type AnswerWeight, policyLimits } from '#policy'
import { Button, Field, FieldError, Select } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { WholeNumber } from '../../fields/whole-number.js'
import section from '../../sections/section.module.css'
import { choiceQuestions, type PolicyForm } from '../policy-form.js'
import { QuestionSelect } from '../question-select.js'
import styles from './answer-lots.module.css'

type Props = { form: PolicyForm; onChange: (answers: readonly AnswerWeight[]) => void }

/** Extra lots for an answer to a question of the form. */
export function AnswerLots({ form, onChange }: Props) {
  const t = useText('policy')
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const { policy, context, disabled } = form
  const { answers } = policy.weights
  const question = choiceQuestions(context)[0]
  const add = () => {
    if (!question) return
    onChange([...answers, { questionId: question.id, option: question.options[0] ?? '', extra: 1 }])
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('select')?.focus())
  }
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.label}>
        {t('lots.answers')}
      </p>
      <p className={section.note}>{t(question ? 'lots.answersHint' : 'who.noQuestions')}</p>
      <ol ref={list}>
        {answers.map((answer, index) => (
          <AnswerRow
            key={index}
            form={form}
            answer={answer}
            index={index}
            onChange={(changed) => onChange(answers.with(index, { ...answer, ...changed }))}
            onRemove={() => onChange(answers.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <FieldError id={`${id}-error`} error={form.errorAt('weights.answers')} />
      {question && !disabled && answers.length < policyLimits.answers && (
        <Button variant="text" size="small" icon={IconPlus} className={styles.add} onClick={add}>
          {t('lots.addAnswer')}
        </Button>
      )}
    </div>
  )
}

type RowProps = {
  form: PolicyForm
  answer: AnswerWeight
  index: number
  onChange: (change: Partial<AnswerWeight>) => void
  onRemove: () => void
}

function AnswerRow({ form, answer, index, onChange, onRemove }: RowProps) {
  const t = useText('policy')
  const path = `weights.answers.${index}`
  const questions = choiceQuestions(form.context)
  const options = questions.find(({ id }) => id === answer.questionId)?.options ?? []
  return (
    <li className={styles.row}>
      <QuestionSelect
        form={form}
        value={answer.questionId}
        error={form.errorAt(`${path}.questionId`)}
        onChange={(questionId) => onChange({ questionId, option: questions.find(({ id }) => id === questionId)?.options[0] ?? '' })}
      />
      <div className={styles.pair}>
        <Field label={t('lots.option')} error={form.errorAt(`${path}.option`)}>
          <Select value={answer.option} onChange={(change) => onChange({ option: change.target.value })}>
            {!options.includes(answer.option) && <option value={answer.option}>{answer.option}</option>}
            {options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('lots.extra')} error={form.errorAt(`${path}.extra`)}>
          <WholeNumber value={answer.extra} onChange={(extra) => onChange({ extra })} />
        </Field>
        {!form.disabled && (
          <Button
            variant="text"
            size="small"
            icon={IconTrash}
            onClick={onRemove}
            aria-label={t('lots.removeAnswer', { option: answer.option })}
          >
            {t('pools.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}
