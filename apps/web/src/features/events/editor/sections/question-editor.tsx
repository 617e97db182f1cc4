import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { Button, Checkbox, Field, Select, TextInput } from '../../../../components/index.js'
import type { QuestionInput, QuestionType } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { OptionsEditor } from './options-editor.js'
import styles from './question-editor.module.css'

type Props = {
  question: QuestionInput
  number: number
  count: number
  types: readonly QuestionType[]
  errors: Readonly<Record<string, string>>
  /** How the server names this question: `questions.0`. */
  path: string
  disabled: boolean
  onChange: (change: Partial<QuestionInput>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const usualLength = { short: 200, long: 2000 } as const

/** One question with its answer's kind; its place in the form changes by buttons. */
export function QuestionEditor({ question, number, count, types, errors, path, disabled, onChange, onMove, onRemove }: Props) {
  const t = useText('console')
  const { type } = question
  const hasLength = type === 'short' || type === 'long'
  const changeType = (chosen: QuestionType) =>
    onChange({
      type: chosen,
      ...(chosen === 'short' || chosen === 'long' ? { maxLength: usualLength[chosen] } : {}),
      ...(chosen === 'choice' && question.options.length < 2 ? { options: ['', ''] } : {}),
    })
  return (
    <li>
      <fieldset disabled={disabled} className={styles.question}>
        <legend className={styles.number}>{t('editor.question.number', { number })}</legend>
        <div className={styles.tools}>
          <Button
            variant="text"
            size="small"
            data-move={-1}
            disabled={number === 1}
            onClick={() => onMove(-1)}
            aria-label={t('editor.question.up', { number })}
            icon={IconArrowUp}
          >
            <span className="sr">{t('editor.up')}</span>
          </Button>
          <Button
            variant="text"
            size="small"
            data-move={1}
            disabled={number === count}
            onClick={() => onMove(1)}
            aria-label={t('editor.question.down', { number })}
            icon={IconArrowDown}
          >
            <span className="sr">{t('editor.down')}</span>
          </Button>
          <Button variant="text" size="small" icon={IconTrash} onClick={onRemove} aria-label={t('editor.question.removeOf', { number })}>
            {t('editor.question.remove')}
          </Button>
        </div>
        <Field label={t('editor.question.label')} error={errors[`${path}.label`]} required>
          <TextInput
            value={question.label}
            onChange={(change) => onChange({ label: change.target.value })}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
        <Field label={t('editor.question.help')} error={errors[`${path}.help`]} optionalLabel={t('state.optional')}>
          <TextInput
            value={question.help ?? ''}
            onChange={(change) => onChange({ help: change.target.value || null })}
            maxLength={500}
            autoComplete="off"
          />
        </Field>
        <div className={styles.pair}>
          <Field label={t('editor.question.type')} error={errors[`${path}.type`]}>
            <Select value={type} onChange={(change) => changeType(change.target.value as QuestionType)}>
              {types.map((known) => (
                <option key={known} value={known}>
                  {t(`editor.question.types.${known}`)}
                </option>
              ))}
            </Select>
          </Field>
          {hasLength && (
            <Field label={t('editor.question.maxLength')} error={errors[`${path}.maxLength`]}>
              <TextInput
                inputMode="numeric"
                value={question.maxLength || ''}
                onChange={(change) => onChange({ maxLength: Number(change.target.value.replace(/\D/g, '').slice(0, 4)) })}
              />
            </Field>
          )}
        </div>
        {type === 'choice' && (
          <OptionsEditor
            options={question.options}
            onChange={(options) => onChange({ options })}
            errors={errors}
            path={`${path}.options`}
          />
        )}
        <Checkbox
          label={t('editor.question.required')}
          checked={question.required}
          onChange={(change) => onChange({ required: change.target.checked })}
        />
      </fieldset>
    </li>
  )
}
