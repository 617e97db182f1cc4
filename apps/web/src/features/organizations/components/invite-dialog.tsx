import { type Role, roles } from '#permissions'
import { Button, Dialog, DialogForm, Failure, Field, RadioGroup, TextInput } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useInviteMember } from '../api.js'

type Props = { open: boolean; onClose: () => void }

export function InviteDialog({ open, onClose }: Props) {
  const t = useText('console')
  return (
    <Dialog open={open} onClose={onClose} title={t('team.inviteHeading')}>
      <InviteForm onClose={onClose} />
    </Dialog>
  )
}

function InviteForm({ onClose }: Pick<Props, 'onClose'>) {
  const t = useText('console')
  const { organization } = useMembership()
  const invite = useInviteMember(organization.slug)
  const say = useToast()
  const form = useForm<{ email: string; role: Role }>({
    initial: { email: '', role: 'organizer' },
    check: ({ email }) => (email.trim() ? {} : { email: t('state.required') }),
    send: async (values) => {
      await invite.mutateAsync(values)
      say(t('team.inviteSent', { email: values.email }))
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
          <Button type="submit" busy={form.busy}>
            {t(form.busy ? 'team.inviteBusy' : 'team.inviteSubmit')}
          </Button>
        </>
      }
    >
      <Field label={t('team.email')} error={form.errors.email} required>
        <TextInput
          type="email"
          value={form.values.email}
          onChange={(change) => form.set('email', change.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <RadioGroup
        label={t('team.role')}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`), help: t(`roleHelp.${role}`) }))}
        value={form.values.role}
        onChange={(role) => form.set('role', role as Role)}
        error={form.errors.role}
      />
      <Failure of={form.failure} />
    </DialogForm>
  )
}
