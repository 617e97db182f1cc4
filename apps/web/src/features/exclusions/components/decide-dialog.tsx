import { Button, Dialog, DialogForm, Failure, Field, TextArea } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Exclusion } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { type Decision, useDecideExclusion } from '../api.js'

export type Question = Decision['act']

type Props = { item: Exclusion; question: Question; onClose: () => void }

/** One confirmation that says what follows; a refused appeal also asks for the answer to the person. */
export function DecideDialog({ item: { id, name }, question, onClose }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const decide = useDecideExclusion(organization.slug, event.id)
  const say = useToast()
  const answers = question === 'appeal/refusal'
  const form = useForm({
    initial: { answer: '' },
    check: ({ answer }) => (answers && !answer.trim() ? { answer: t('exclusions.answerMissing', { name }) } : {}),
    send: async ({ answer }) => {
      const after = await decide.mutateAsync(
        question === 'appeal/refusal' ? { id, act: question, answer: answer.trim() } : { id, act: question },
      )
      say(t(after?.state === 'ended' && question !== 'taking-back' ? 'exclusions.endedNow' : `exclusions.done.${question}`, { name }))
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t(`exclusions.ask.${question}`, { name })}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button variant={question === 'approval' ? 'danger' : 'primary'} type="submit" busy={form.busy}>
              {t(`exclusions.do.${question}`)}
            </Button>
          </>
        }
      >
        <p>{t(`exclusions.say.${question}`, { name })}</p>
        {answers && (
          <Field label={t('exclusions.answer', { name })} error={form.errors.answer} required>
            <TextArea value={form.values.answer} onChange={(change) => form.set('answer', change.target.value)} limit={1000} rows={4} />
          </Field>
        )}
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
