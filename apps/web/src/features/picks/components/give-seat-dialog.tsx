import { pickReasons } from '#policy'
import { Button, Dialog, DialogForm, Failure, RadioGroup } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { PickReason } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useGiveSeat } from '../api.js'

type Props = { applicationId: string; name: string; reason: PickReason | null; onClose: () => void }

/** A seat is given for a reason that everybody may know; the name stays with the team. */
export function GiveSeatDialog({ applicationId, name, reason, onClose }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const give = useGiveSeat(organization.slug, event.id)
  const say = useToast()
  const form = useForm<{ reason: PickReason | '' }>({
    initial: { reason: reason ?? '' },
    check: (values) => (values.reason ? {} : { reason: t('picks.reasonMissing') }),
    send: async (values) => {
      if (!values.reason) return
      await give.mutateAsync({ applicationId, reason: values.reason })
      say(t('picks.givenTo', { name }))
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('picks.giveHeading', { name })}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" busy={form.busy}>
              {t(form.busy ? 'picks.giveBusy' : 'picks.give')}
            </Button>
          </>
        }
      >
        <p>{t('picks.giveText')}</p>
        <RadioGroup
          label={t('picks.reason')}
          options={pickReasons.map((value) => ({ value, label: t(`picks.reasons.${value}`) }))}
          value={form.values.reason || null}
          onChange={(value) => form.set('reason', value as PickReason)}
          error={form.errors.reason}
        />
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
