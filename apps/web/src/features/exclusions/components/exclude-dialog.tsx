import { paths } from '../../../app/paths.js'
import { Button, ButtonLink, Dialog, DialogForm, Failure, Loaded } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { ExclusionReason } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useAskExclusion, useExclusions } from '../api.js'
import type { Excludable } from './exclude-button.js'
import { type Reasoned, ReasonFields, reasonErrors } from './reason-fields.js'

type Props = { person: Excludable; onClose: () => void }

const reasons: readonly ExclusionReason[] = ['house-rules', 'ineligible', 'duplicate', 'other']

/** Says what will happen and that a colleague must agree, and asks for the reason that the log will show. */
export function ExcludeDialog({ person, onClose }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  return (
    <Dialog open onClose={onClose} title={t('exclusions.heading', { name: person.name })}>
      <Loaded of={useExclusions(organization.slug, event.id)}>
        {({ colleagues }) => (colleagues > 0 ? <ExcludeForm person={person} onClose={onClose} /> : <Alone onClose={onClose} />)}
      </Loaded>
    </Dialog>
  )
}

function Alone({ onClose }: Pick<Props, 'onClose'>) {
  const t = useText('console')
  const { organization } = useMembership()
  return (
    <DialogForm
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('state.close')}
          </Button>
          <ButtonLink to={`${paths.consoleOrganization(organization.slug)}/team`}>{t('exclusions.invite')}</ButtonLink>
        </>
      }
    >
      <p>{t('exclusions.alone')}</p>
    </DialogForm>
  )
}

function ExcludeForm({ person: { applicationId, name, step }, onClose }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const ask = useAskExclusion(organization.slug, event.id)
  const say = useToast()
  const holdsSeat = step === 'invited' || step === 'coming'
  const form = useForm<Reasoned>({
    initial: { reason: '', note: '' },
    check: (values) => reasonErrors(values, { reason: t('exclusions.reasonMissing'), note: t('exclusions.noteMissing', { name }) }),
    send: async ({ reason, note }) => {
      if (!reason) return
      await ask.mutateAsync({ applicationId, reason, ...(note.trim() && { note: note.trim() }) })
      say(t('exclusions.asked'))
      onClose()
    },
  })
  return (
    <DialogForm
      {...form.props}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('state.cancel')}
          </Button>
          <Button variant="danger" type="submit" busy={form.busy}>
            {t('exclusions.submit')}
          </Button>
        </>
      }
    >
      <p>{t.rich('exclusions.first', { strong: (inside) => <strong>{inside}</strong> })}</p>
      <p>{t(holdsSeat ? 'exclusions.thenSeat' : 'exclusions.then', { name })}</p>
      <ReasonFields
        reasons={reasons}
        values={form.values}
        errors={form.errors}
        onReason={(reason) => form.set('reason', reason)}
        onNote={(note) => form.set('note', note)}
        note={{ label: t('exclusions.note', { name }), help: t('exclusions.noteHint', { name }) }}
      />
      <Failure of={form.failure} />
    </DialogForm>
  )
}
