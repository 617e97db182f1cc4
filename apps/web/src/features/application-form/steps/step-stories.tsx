import { Field, TextInput } from '../../../components/index.js'
import type { PublicEvent } from '../../../lib/api/types.js'
import type { FormErrors } from '../../../lib/form-errors.js'
import { useText } from '../../../lib/i18n/index.js'
import { QuestionFields } from '../../questions/index.js'
import type { Draft } from '../draft.js'

type Props = { event: PublicEvent; draft: Draft; errors: FormErrors; onChange: (part: Partial<Draft>) => void; onLeaveHandle?: () => void }

export function StepStories({ event, draft, errors, onChange, onLeaveHandle }: Props) {
  const t = useText('apply')
  const common = useText('common')
  return (
    <>
      <Field
        label={t('handle.label')}
        help={t('handle.help')}
        error={errors.handle?.message}
        cure={errors.handle?.cure}
        name="handle"
        optionalLabel={common('field.optional')}
      >
        <TextInput
          value={draft.handle}
          onChange={(event) => onChange({ handle: event.target.value })}
          onBlur={onLeaveHandle}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
        />
      </Field>
      <QuestionFields
        questions={event.questions}
        answers={draft.answers}
        errors={errors}
        lang={event.locale}
        onChange={(answers) => onChange({ answers })}
      />
    </>
  )
}
