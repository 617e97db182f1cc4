import { Button, Dialog, DialogForm, Failure, Field, TextArea } from '../../../components/index.js'
import type { SameMailboxCount } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useDeciding } from './use-deciding.js'

/** Says how many it is about before it is done. */
export function SameMailboxDialog({ count: { applications, mailboxes }, onClose }: { count: SameMailboxCount; onClose: () => void }) {
  const t = useText('console')
  const { decide } = useDeciding()
  const form = useForm({
    initial: { note: '' },
    send: async ({ note }) => {
      await decide({ act: 'same-mailbox', body: { note } }, t('duplicates.asideDone', { count: applications }))
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('duplicates.mailboxesTitle')}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button variant="danger" type="submit" busy={form.busy}>
              {t('duplicates.asideMany', { count: applications })}
            </Button>
          </>
        }
      >
        <p>{t('duplicates.mailboxesText', { count: mailboxes })}</p>
        <p className="small soft">{t('duplicates.asideWhat')}</p>
        <Field label={t('duplicates.noteMany')} optionalLabel={t('state.optional')}>
          <TextArea value={form.values.note} onChange={({ target }) => form.set('note', target.value)} limit={500} rows={2} />
        </Field>
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
