import { useId } from 'react'
import type { Eligibility } from '#policy'
import { Checkbox, Field, FieldError, Select, TextInput } from '../../../../../components/index.js'
import { useText } from '../../../../../lib/i18n/index.js'
import { choiceQuestions, type PolicyForm } from '../policy-form.js'
import { QuestionSelect } from '../question-select.js'
import styles from './pool-who.module.css'

type Props = { form: PolicyForm; who: Eligibility; path: string; onChange: (who: Eligibility) => void }

const kinds = ['everybody', 'answer', 'tag'] as const

/** Who may compete for the seats of a pool. */
export function PoolWho({ form, who, path, onChange }: Props) {
  const t = useText('policy')
  const questions = choiceQuestions(form.context)
  const choose = (kind: Eligibility['kind']) => {
    if (kind === 'everybody') onChange({ kind })
    if (kind === 'tag') onChange({ kind, tag: '' })
    if (kind === 'answer') onChange({ kind, questionId: questions[0]?.id ?? '', options: [] })
  }
  return (
    <>
      <Field
        label={t('who.label')}
        help={questions.length || who.kind === 'everybody' ? undefined : t('who.noQuestions')}
        error={form.errorAt(`${path}.kind`)}
      >
        <Select value={who.kind} onChange={(change) => choose(change.target.value as Eligibility['kind'])}>
          {kinds.map((kind) => (
            <option key={kind} value={kind} disabled={kind === 'answer' && !questions.length && who.kind !== 'answer'}>
              {t(`who.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {who.kind === 'answer' && <ByAnswer form={form} who={who} path={path} onChange={onChange} />}
      {who.kind === 'tag' && (
        <Field label={t('who.tagLabel')} help={t('who.tagHint')} error={form.errorAt(`${path}.tag`)} required>
          <TextInput
            mono
            className={styles.tag}
            value={who.tag}
            maxLength={16}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(change) => onChange({ kind: 'tag', tag: asTag(change.target.value) })}
          />
        </Field>
      )}
    </>
  )
}

type AnswerProps = Omit<Props, 'who'> & { who: Extract<Eligibility, { kind: 'answer' }> }

function ByAnswer({ form, who, path, onChange }: AnswerProps) {
  const t = useText('policy')
  const id = useId()
  const question = choiceQuestions(form.context).find((known) => known.id === who.questionId)
  // What was taken off the question's list stays to be seen, so that it can be taken out here too.
  const gone = who.options.filter((option) => !question?.options.includes(option))
  const error = form.errorIn(`${path}.options`)
  const toggle = (option: string, chosen: boolean) =>
    onChange({ ...who, options: chosen ? [...who.options, option] : who.options.filter((one) => one !== option) })
  return (
    <>
      <QuestionSelect
        form={form}
        value={who.questionId}
        error={form.errorAt(`${path}.questionId`)}
        onChange={(questionId) => onChange({ ...who, questionId, options: [] })}
      />
      {(question || gone.length > 0) && (
        <fieldset aria-describedby={error ? `${id}-error` : undefined}>
          <legend className={styles.legend}>{t('who.options')}</legend>
          <div className={styles.options}>
            {[...(question?.options ?? []), ...gone].map((option) => (
              <Checkbox
                key={option}
                label={option}
                help={gone.includes(option) ? t('who.optionGone') : undefined}
                checked={who.options.includes(option)}
                data-invalid={error ? true : undefined}
                onChange={(change) => toggle(option, change.target.checked)}
              />
            ))}
          </div>
          <FieldError id={`${id}-error`} error={error} />
        </fieldset>
      )}
    </>
  )
}

/** Tags stand in public files, so they are short and plain; what is typed becomes one at once. */
const asTag = (typed: string) => typed.toLowerCase().replace(/\s/g, '-')
