import type { QuestionType } from '#forms'
import { Checkbox, Field, Select, TextInput } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { BuilderForm, QuestionForm } from '../builder-form.js'
import { answerOf, questionTypesOf } from '../draft-question.js'
import { AnswerSettings } from './answer-settings.js'
import { ConditionFields } from './condition-fields.js'

type Props = { builder: BuilderForm; form: QuestionForm }

/** Everything that can be said about one question. */
export function QuestionBody({ builder, form }: Props) {
  const t = useText('builder')
  const { question, set, errorAt } = form
  const about = `typeHelp.${question.type}`
  const isHeading = question.type === 'heading'
  return (
    <>
      <Field label={t(isHeading ? 'fields.heading' : 'fields.label')} error={errorAt('label')} required>
        <TextInput
          data-label
          lang={builder.language}
          value={question.label}
          onChange={(change) => set({ label: change.target.value })}
          maxLength={200}
          autoComplete="off"
        />
      </Field>
      <Field label={t(isHeading ? 'fields.lead' : 'fields.help')} error={errorAt('help')} optionalLabel={t('optional')}>
        <TextInput
          lang={builder.language}
          value={question.help ?? ''}
          onChange={(change) => set({ help: change.target.value || null })}
          maxLength={500}
          autoComplete="off"
        />
      </Field>
      <Field label={t(isHeading ? 'fields.kind' : 'fields.type')} help={t.has(about) ? t(about) : undefined} error={errorAt('type')}>
        <Select
          value={question.type}
          onChange={(change) => {
            const type = change.target.value as QuestionType
            set({ ...answerOf(type, question.options), ...(type === 'heading' && { required: false }) })
          }}
        >
          {questionTypesOf(builder.kind).map((type) => (
            <option key={type} value={type}>
              {t(`types.${type}`)}
            </option>
          ))}
        </Select>
      </Field>
      <AnswerSettings key={question.type} form={form} />
      <div>
        {!isHeading && (
          <Checkbox
            label={t(question.type === 'consent' ? 'fields.mustAgree' : 'fields.required')}
            checked={question.required}
            error={errorAt('required')}
            onChange={(change) => set({ required: change.target.checked })}
          />
        )}
        <ConditionFields builder={builder} form={form} />
      </div>
    </>
  )
}
