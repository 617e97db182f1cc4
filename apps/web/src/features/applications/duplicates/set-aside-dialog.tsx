import { Button, CheckboxGroup, Dialog, DialogForm, Failure, Field, RadioGroup, TextArea } from '../../../components/index.js'
import type { ApplicationRow, SetAsideInput } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { letterOf } from './letters.js'
import { useDeciding } from './use-deciding.js'

type Person = Pick<ApplicationRow, 'id' | 'name' | 'email'>
type Reason = SetAsideInput['reason']
type Props = { people: readonly Person[]; setId?: string; onClose: () => void; onDone: () => void }

const reasons: readonly Reason[] = ['duplicate', 'ineligible', 'house-rules', 'other']

const described = ({ name, email }: Person, place: number): string => `${letterOf(place)}: ${name}, ${email}`

/** Takes applications out before the list is frozen: which of them, why, and what the person reads. */
export function SetAsideDialog({ people, setId, onClose, onDone }: Props) {
  const t = useText('console')
  const { decide } = useDeciding()
  const only = people.length === 1 ? people[0] : undefined
  const form = useForm<{ applicationIds: string[]; reason: Reason | ''; note: string }>({
    initial: { applicationIds: only ? [only.id] : [], reason: setId ? 'duplicate' : '', note: '' },
    check: ({ applicationIds, reason, note }) => ({
      ...(applicationIds.length === 0 && { applicationIds: t('duplicates.asideNobody') }),
      ...(reason === '' && { reason: t('duplicates.reasonMissing') }),
      ...(reason === 'other' && !note.trim() && { note: t('duplicates.noteMissing') }),
    }),
    send: async ({ applicationIds, reason, note }) => {
      if (reason === '') return
      const body = { applicationIds, reason, ...(setId && { setId }), ...(note.trim() && { note: note.trim() }) }
      await decide({ act: 'set-asides', body }, t('duplicates.asideDone', { count: applicationIds.length }))
      onDone()
    },
  })
  return (
    <Dialog open onClose={onClose} title={only ? t('duplicates.asideOne', { name: only.name }) : t('duplicates.asideTitle')}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" type="submit" busy={form.busy}>
              {t('duplicates.asideSubmit')}
            </Button>
          </>
        }
      >
        <p>{t('duplicates.asideWhat')}</p>
        {!only && (
          <CheckboxGroup
            label={t('duplicates.asideWhich')}
            options={people.map(described)}
            values={people
              .filter(({ id }) => form.values.applicationIds.includes(id))
              .map((person) => described(person, people.indexOf(person)))}
            onChange={(chosen) =>
              form.set(
                'applicationIds',
                people.filter((person, place) => chosen.includes(described(person, place))).map(({ id }) => id),
              )
            }
            error={form.errors.applicationIds}
          />
        )}
        <RadioGroup
          label={t('duplicates.reason')}
          options={reasons.map((reason) => ({ value: reason, label: t(`exclusions.reasons.${reason}`) }))}
          value={form.values.reason || null}
          onChange={(reason) => form.set('reason', reason as Reason)}
          error={form.errors.reason}
        />
        <Field
          label={t('duplicates.note')}
          help={t('duplicates.noteHint')}
          error={form.errors.note}
          name="note"
          optionalLabel={form.values.reason === 'other' ? undefined : t('state.optional')}
          required={form.values.reason === 'other'}
        >
          <TextArea value={form.values.note} onChange={({ target }) => form.set('note', target.value)} limit={500} rows={2} />
        </Field>
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
