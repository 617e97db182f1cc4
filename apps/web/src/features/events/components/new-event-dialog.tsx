import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, Dialog, DialogForm, Failure, Field, TextInput } from '../../../components/index.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useNewEvent } from '../api.js'

type Props = { open: boolean; onClose: () => void }

/** Asks for nothing but the title: the rest can wait. */
export function NewEventDialog({ open, onClose }: Props) {
  const t = useText('console')
  return (
    <Dialog open={open} onClose={onClose} title={t('newEvent.heading')}>
      <NewEventForm onClose={onClose} />
    </Dialog>
  )
}

function NewEventForm({ onClose }: Pick<Props, 'onClose'>) {
  const t = useText('console')
  const { organization } = useMembership()
  const navigate = useNavigate()
  const make = useNewEvent(organization.slug)
  const form = useForm({
    initial: { title: '' },
    check: ({ title }) => (title.trim() ? {} : { title: t('state.required') }),
    send: async (values) => {
      const event = await make.mutateAsync(values)
      await navigate(paths.consoleEventPage(organization.slug, event.id, 'edit'))
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
            {t(form.busy ? 'newEvent.busy' : 'newEvent.submit')}
          </Button>
        </>
      }
    >
      <Field label={t('newEvent.label')} help={t('newEvent.hint')} error={form.errors.title} required>
        <TextInput
          value={form.values.title}
          onChange={(change) => form.set('title', change.target.value)}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
      <Failure of={form.failure} />
    </DialogForm>
  )
}
