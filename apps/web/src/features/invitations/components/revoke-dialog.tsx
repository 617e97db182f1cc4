import { Button, Dialog, DialogForm, Failure, Field, RadioGroup, TextArea } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { InvitationItem, RevocationReason } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { useRevokeInvitation } from '../api.js'

const reasons: readonly RevocationReason[] = ['house-rules', 'ineligible', 'duplicate', 'other']

/** Taking a seat back is public, and final: it asks for the reason that the log will show. */
export function RevokeDialog({ item, onClose }: { item: InvitationItem; onClose: () => void }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const revoke = useRevokeInvitation(organization.slug, event.id)
  const say = useToast()
  const name = { name: item.name }
  const form = useForm<{ reason: RevocationReason | ''; note: string }>({
    initial: { reason: '', note: '' },
    check: ({ reason }) => (reason ? {} : { reason: t('invitations.reasonMissing') }),
    send: async ({ reason, note }) => {
      if (!reason) return
      await revoke.mutateAsync({ id: item.id, reason, ...(note.trim() && { note: note.trim() }) })
      say(t('invitations.revokeDone', name))
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('invitations.revokeHeading', name)}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" type="submit" busy={form.busy}>
              {t(form.busy ? 'invitations.revokeBusy' : 'invitations.revokeSubmit')}
            </Button>
          </>
        }
      >
        <p>{t('invitations.revokeText', name)}</p>
        <RadioGroup
          label={t('invitations.reason')}
          options={reasons.map((reason) => ({ value: reason, label: t(`invitations.reasons.${reason}`) }))}
          value={form.values.reason || null}
          onChange={(reason) => form.set('reason', reason as RevocationReason)}
          error={form.errors.reason}
        />
        <Field
          label={t('invitations.note', name)}
          help={t('invitations.noteHint', name)}
          error={form.errors.note}
          optionalLabel={t('state.optional')}
        >
          <TextArea value={form.values.note} onChange={(change) => form.set('note', change.target.value)} limit={500} rows={2} />
        </Field>
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
