import { Checkbox, Field, FieldError, Select } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { BuilderForm, QuestionForm } from '../builder-form.js'
import { askable } from '../change-questions.js'
import type { DraftCondition, DraftQuestion } from '../draft-question.js'
import { ConditionCountries } from './condition-countries.js'
import styles from './settings.module.css'

type Props = { builder: BuilderForm; form: QuestionForm }

/** Shown to everybody, or only to who gave a certain answer to a question above it. */
export function ConditionFields({ builder, form }: Props) {
  const t = useText('builder')
  const { question, index, set } = form
  const choices = askable(builder.questions, index)
  const nearest = choices.at(-1)
  const { showIf } = question
  if (!showIf && !nearest) return null
  const begin = (asked: DraftQuestion): DraftCondition => ({ questionId: asked.key, is: asked.type === 'consent' ? ['yes'] : [] })
  const asked = builder.questions.find(({ key }) => key === showIf?.questionId)
  return (
    <div className={styles.group}>
      <Checkbox
        label={t('condition.only')}
        help={showIf ? undefined : t('condition.onlyHelp')}
        checked={showIf !== null}
        onChange={(change) => set({ showIf: change.target.checked && nearest ? begin(nearest) : null })}
      />
      {showIf && (
        <div className={styles.condition}>
          <Field label={t('condition.question')} error={form.errorAt('showIf.questionId') ?? form.errorAt('showIf')}>
            <Select
              value={showIf.questionId}
              onChange={(change) => {
                const chosen = choices.find(({ key }) => key === change.target.value)
                if (chosen) set({ showIf: begin(chosen) })
              }}
            >
              {!choices.some(({ key }) => key === showIf.questionId) && (
                <option value={showIf.questionId}>{asked ? asked.label || t('card.unnamed') : t('condition.gone')}</option>
              )}
              {choices.map(({ key, label }) => (
                <option key={key} value={key} lang={builder.language}>
                  {label || t('card.unnamed')}
                </option>
              ))}
            </Select>
          </Field>
          {asked && <ConditionAnswers builder={builder} form={form} asked={asked} showIf={showIf} />}
        </div>
      )}
    </div>
  )
}

function ConditionAnswers({ builder, form, asked, showIf }: Props & { asked: DraftQuestion; showIf: DraftCondition }) {
  const t = useText('builder')
  const { key } = form.question
  const error = form.errorAt('showIf.is') ?? showIf.is.map((_, index) => form.errorAt(`showIf.is.${index}`)).find(Boolean)
  const change = (is: string[]) => form.set({ showIf: { ...showIf, is } })
  if (asked.type === 'consent') return <p className={styles.note}>{t('condition.agreed')}</p>
  if (asked.type === 'country') return <ConditionCountries is={showIf.is} error={error} onChange={change} />
  const stale = showIf.is.filter((answer) => !asked.options.includes(answer))
  const offered = asked.options.filter((option) => option.trim() !== '')
  return (
    <fieldset tabIndex={error ? -1 : undefined} data-invalid={error ? true : undefined}>
      <legend className={styles.label}>{t('condition.answers')}</legend>
      {[...offered, ...stale].map((answer) => (
        <Checkbox
          key={answer}
          label={<span lang={builder.language}>{answer}</span>}
          help={stale.includes(answer) ? t('condition.notOffered') : undefined}
          checked={showIf.is.includes(answer)}
          onChange={(ticked) => change(ticked.target.checked ? [...showIf.is, answer] : showIf.is.filter((one) => one !== answer))}
        />
      ))}
      {!offered.length && <p className={styles.note}>{t('condition.noAnswers')}</p>}
      <FieldError id={`${key}-condition`} error={error} />
    </fieldset>
  )
}
