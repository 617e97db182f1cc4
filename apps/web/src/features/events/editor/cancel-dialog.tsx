import { Button, Dialog, DialogForm, Failure, Field, TextArea, TextInput } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCancelEvent } from '../api.js'
import { useCurrentEvent } from '../current-event.js'

type Props = { event: EventDetail; open: boolean; onClose: () => void }

/** Says how many people will be told, and asks for the title, because there is no way back. */
export function CancelDialog({ event, open, onClose }: Props) {
  const t = useText('console')
  return (
    <Dialog open={open} onClose={onClose} title={t('cancel.confirmHeading', { event: event.title })}>
      <CancelForm event={event} onClose={onClose} />
    </Dialog>
  )
}

function CancelForm({ event, onClose }: Omit<Props, 'open'>) {
  const t = useText('console')
  const { organization } = useMembership()
  const { applications } = useCurrentEvent()
  const cancel = useCancelEvent(organization.slug, event.id)
  const say = useToast()
  const title = { event: event.title }
  const form = useForm({
    initial: { reason: '', confirmTitle: '' },
    check: ({ reason, confirmTitle }) => ({
      ...(reason.trim() ? {} : { reason: t('state.required') }),
      ...(confirmTitle.trim() === event.title ? {} : { confirmTitle: t('cancel.confirmWrong', title) }),
    }),
    send: async (values) => {
      await cancel.mutateAsync({ ...values, confirmTitle: values.confirmTitle.trim() })
      say(t('cancel.done', title))
      onClose()
    },
  })
  return (
    <DialogForm
      {...form.props}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel.keep')}
          </Button>
          <Button variant="danger" type="submit" busy={form.busy}>
            {t(form.busy ? 'cancel.busy' : 'cancel.submit')}
          </Button>
        </>
      }
    >
      <p>{t('cancel.told', { count: applications })}</p>
      <Field label={t('cancel.reason')} help={t('cancel.reasonHint')} error={form.errors.reason} required>
        <TextArea value={form.values.reason} onChange={(change) => form.set('reason', change.target.value)} limit={1000} rows={3} />
      </Field>
      <Field label={t('cancel.confirm')} help={t('cancel.confirmHint', title)} error={form.errors.confirmTitle} required>
        <TextInput
          value={form.values.confirmTitle}
          onChange={(change) => form.set('confirmTitle', change.target.value)}
          autoComplete="off"
        />
      </Field>
      <Failure of={form.failure} />
    </DialogForm>
  )
}
