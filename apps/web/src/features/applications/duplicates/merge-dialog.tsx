import { Button, Dialog, DialogForm, Failure, Field, Notice, RadioGroup, TextArea } from '../../../components/index.js'
import type { ApplicationRow, Question } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent, useEvent } from '../../events/index.js'
import { AnswerValue } from '../../questions/index.js'
import { letterOf } from './letters.js'
import { useDeciding } from './use-deciding.js'

type Props = { compared: readonly ApplicationRow[]; onClose: () => void; onDone: () => void }
type Values = { staysId: string; from: Readonly<Record<string, string>>; note: string }

/** One application stays, with the answers that are chosen here; the others are set aside as duplicates of it. */
export function MergeDialog({ compared, onClose, onDone }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const { data } = useEvent(organization.slug, useCurrentEvent().id)
  const { decide } = useDeciding()
  const form = useForm<Values>({
    initial: { staysId: (compared.find(({ confirmedAt }) => confirmedAt) ?? compared[0])?.id ?? '', from: {}, note: '' },
    send: async ({ staysId, from, note }) => {
      const asideIds = compared.map(({ id }) => id).filter((id) => id !== staysId)
      const answers = Object.entries(from).flatMap(([questionId, applicationId]) =>
        applicationId === staysId ? [] : [{ questionId, applicationId }],
      )
      await decide(
        { act: 'merges', body: { staysId, asideIds, answers, ...(note.trim() && { note: note.trim() }) } },
        t('duplicates.mergeDone'),
      )
      onDone()
    },
  })
  const { staysId, from, note } = form.values
  const stays = compared.find(({ id }) => id === staysId)
  const loses = stays?.confirmedAt === null && compared.some(({ confirmedAt }) => confirmedAt)
  return (
    <Dialog open onClose={onClose} title={t('duplicates.mergeTitle')}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" busy={form.busy}>
              {t('duplicates.mergeSubmit')}
            </Button>
          </>
        }
      >
        <p>{t('duplicates.mergeWhat')}</p>
        <RadioGroup
          label={t('duplicates.mergeStays')}
          options={compared.map(({ id, name, email, confirmedAt }, place) => ({
            value: id,
            label: `${letterOf(place)}: ${name}`,
            help: `${email}, ${t(confirmedAt ? 'step.confirmed' : 'step.received').toLowerCase()}`,
          }))}
          value={staysId}
          onChange={(id) => form.set('staysId', id)}
        />
        {loses && <Notice kind="attention">{t('duplicates.mergeUnconfirmed')}</Notice>}
        {questionsToChoose(data?.questions ?? [], compared).map((question) => (
          <AnswerChoice
            key={question.id}
            question={question}
            compared={compared}
            value={from[question.id] ?? staysId}
            onChange={(id) => form.set('from', { ...from, [question.id]: id })}
          />
        ))}
        <Field label={t('duplicates.note')} help={t('duplicates.noteHint')} name="note" optionalLabel={t('state.optional')}>
          <TextArea value={note} onChange={({ target }) => form.set('note', target.value)} limit={500} rows={2} />
        </Field>
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}

/** Where they answered differently; a file stays with the application that it was sent with. */
const questionsToChoose = (questions: readonly Question[], compared: readonly ApplicationRow[]): Question[] =>
  questions.filter(
    ({ id, type }) => type !== 'heading' && type !== 'file' && new Set(compared.map(({ answers }) => JSON.stringify(answers[id]))).size > 1,
  )

type ChoiceProps = { question: Question; compared: readonly ApplicationRow[]; value: string; onChange: (id: string) => void }

function AnswerChoice({ question: { id, label, type, settings }, compared, value, onChange }: ChoiceProps) {
  const options = compared.flatMap(({ id: applicationId, answers }, place) =>
    answers[id] === undefined && applicationId !== value
      ? []
      : [
          {
            value: applicationId,
            label: (
              <>
                {letterOf(place)}: <AnswerValue answer={answers[id]} type={type} settings={settings} />
              </>
            ),
          },
        ],
  )
  return <RadioGroup label={label} options={options} value={value} onChange={onChange} />
}
