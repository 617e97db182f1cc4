import { Button, Dialog, DialogForm, Failure } from '../../../components/index.js'
import type { SetAsideInput } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { ReasonFields, reasonErrors } from '../../exclusions/index.js'
import { type Choosable, PeopleChoice, type Rest } from './people-choice.js'
import { useDeciding } from './use-deciding.js'

type Reason = SetAsideInput['reason']
type Props = {
  people: readonly Choosable[]
  /** Those of them that stand side by side. */
  compared?: readonly Choosable[]
  setId?: string
  rest?: Rest
  onClose: () => void
  onDone: () => void
}

const reasons: readonly Reason[] = ['duplicate', 'ineligible', 'house-rules', 'other']

/** More the server does not take at once. */
const mostAtOnce = 500

/** Takes applications out before the list is frozen: which of them, why, and what the person reads. */
export function SetAsideDialog({ people, compared = [], setId, rest = { more: null, busy: false }, onClose, onDone }: Props) {
  const t = useText('console')
  const { decide } = useDeciding()
  const only = people.length === 1 ? people[0] : undefined
  const form = useForm<{ applicationIds: string[]; reason: Reason | ''; note: string }>({
    initial: { applicationIds: only ? [only.id] : [], reason: setId ? 'duplicate' : '', note: '' },
    check: (values) => ({
      ...(values.applicationIds.length > mostAtOnce && { applicationIds: t('duplicates.asideTooMany', { most: mostAtOnce }) }),
      ...(values.applicationIds.length === 0 && { applicationIds: t('duplicates.asideNobody') }),
      ...reasonErrors(values, { reason: t('duplicates.reasonMissing'), note: t('duplicates.noteMissing') }),
    }),
    send: async ({ applicationIds: ids, reason, note }) => {
      if (reason === '') return
      const body = { applicationIds: ids, reason, ...(setId && { setId }), ...(note.trim() && { note: note.trim() }) }
      await decide({ act: 'set-asides', body }, t('duplicates.asideDone', { count: ids.length }))
      onDone()
    },
  })
  const { applicationIds } = form.values
  const all = applicationIds.length === people.length
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
          <PeopleChoice
            label={t('duplicates.asideWhich')}
            people={people}
            chosen={applicationIds}
            onChange={(ids) => form.set('applicationIds', [...ids])}
            compared={compared}
            rest={rest}
            error={form.errors.applicationIds}
            name="applicationIds"
          >
            <Button variant="quiet" size="small" onClick={() => form.set('applicationIds', all ? [] : people.map(({ id }) => id))}>
              {t(all ? 'duplicates.asideNone' : 'duplicates.asideAll', { count: people.length })}
            </Button>
          </PeopleChoice>
        )}
        <ReasonFields
          reasons={reasons}
          values={form.values}
          errors={form.errors}
          onReason={(reason) => form.set('reason', reason)}
          onNote={(note) => form.set('note', note)}
          note={{ label: t('duplicates.note'), help: t('duplicates.noteHint') }}
        />
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
