import type { PublicEvent } from '../../../lib/api/types.js'
import { type FileAnswers, QuestionFields } from '../../questions/index.js'
import type { Step } from '../form-plan.js'
import { HandleField } from './handle-field.js'
import type { StepProps } from './step-you.js'

type Props = StepProps & { event: PublicEvent; step: Extract<Step, { name: 'questions' }>; files: FileAnswers }

/** What the organizer asks under one of her headings. */
export function StepQuestions({ event, step, draft, errors, onChange, onLeave, files }: Props) {
  return (
    <>
      {step.asksHandle && (
        <HandleField
          value={draft.handle}
          error={errors.handle}
          onChange={(handle) => onChange({ handle })}
          onLeave={() => onLeave('handle')}
        />
      )}
      <QuestionFields
        questions={step.questions}
        among={event.questions}
        answers={draft.answers}
        errors={errors}
        lang={event.locale}
        files={files}
        onChange={(answers) => onChange({ answers })}
        onLeave={({ id }) => onLeave(`answers.${id}`)}
      />
    </>
  )
}
