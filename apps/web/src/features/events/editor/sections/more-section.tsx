import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../../app/paths.js'
import { Button, Dialog, Failure } from '../../../../components/index.js'
import { useToast } from '../../../../components/toast/toast.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { useDeleteDraft, useDuplicateEvent } from '../../api.js'
import { CancelDialog } from '../cancel-dialog.js'
import type { Editor } from '../use-editor.js'
import styles from './more-section.module.css'

/** What is done with an event as a whole. */
export function MoreSection({ editor: { event } }: { editor: Editor }) {
  const t = useText('console')
  const [cancelling, setCancelling] = useState(false)
  const cancellable = !['draft', 'cancelled', 'wrapped', 'archived'].includes(event.phase)
  return (
    <>
      <Duplicate eventId={event.id} />
      {event.phase === 'draft' && <DeleteDraft eventId={event.id} title={event.title} />}
      {cancellable && (
        <Part heading={t('cancel.heading')} text={t('cancel.text')}>
          <Button variant="danger" size="small" onClick={() => setCancelling(true)}>
            {t('cancel.open')}
          </Button>
          <CancelDialog event={event} open={cancelling} onClose={() => setCancelling(false)} />
        </Part>
      )}
    </>
  )
}

const Part = ({ heading, text, children }: { heading: string; text: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h3>{heading}</h3>
    <p>{text}</p>
    <div className={styles.action}>{children}</div>
  </section>
)

function Duplicate({ eventId }: { eventId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const duplicate = useDuplicateEvent(organization.slug, eventId)
  const navigate = useNavigate()
  const say = useToast()
  const run = () =>
    duplicate.mutate(undefined, {
      onSuccess: (copy) => {
        say(t('duplicate.done'))
        void navigate(paths.consoleEventPage(organization.slug, copy.id, 'edit/dates'))
      },
    })
  return (
    <Part heading={t('duplicate.heading')} text={t('duplicate.text')}>
      <Button variant="quiet" size="small" icon={IconCopy} busy={duplicate.isPending} onClick={run}>
        {t(duplicate.isPending ? 'duplicate.busy' : 'duplicate.submit')}
      </Button>
      <Failure of={duplicate.error} />
    </Part>
  )
}

function DeleteDraft({ eventId, title }: { eventId: string; title: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const remove = useDeleteDraft(organization.slug, eventId)
  const navigate = useNavigate()
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const run = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        say(t('remove.done', { event: title }))
        void navigate(paths.consoleOrganization(organization.slug), { replace: true })
      },
    })
  return (
    <Part heading={t('remove.heading')} text={t('remove.text')}>
      <Button variant="danger" size="small" icon={IconTrash} onClick={() => setAsking(true)}>
        {t('remove.submit')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('remove.confirmHeading', { event: title })}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" busy={remove.isPending} onClick={run}>
              {t('remove.submit')}
            </Button>
          </>
        }
      >
        <p>{t('remove.text')}</p>
        <Failure of={remove.error} />
      </Dialog>
    </Part>
  )
}
