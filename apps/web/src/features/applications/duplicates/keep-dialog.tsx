import { Button, Dialog, DialogForm, Failure, Field, TextArea } from '../../../components/index.js'
import type { DuplicateSet } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useDeciding } from './use-deciding.js'

type Props = { set: Pick<DuplicateSet, 'id' | 'size'>; onClose: () => void; onDone: () => void }

/** They are different people; why stays with the team. */
export function KeepDialog({ set: { id, size }, onClose, onDone }: Props) {
  const t = useText('console')
  const { decide } = useDeciding()
  const form = useForm({
    initial: { note: '' },
    check: ({ note }) => (note.trim() ? {} : { note: t('duplicates.keepNoteMissing') }),
    send: async ({ note }) => {
      await decide({ act: `duplicates/${id}/keep`, body: { note: note.trim() } }, t('duplicates.keepDone', { count: size }))
      onDone()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('duplicates.keepTitle', { count: size })}>
      <DialogForm
        {...form.props}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" busy={form.busy}>
              {t('duplicates.keepSubmit')}
            </Button>
          </>
        }
      >
        <p>{t('duplicates.keepWhat')}</p>
        <Field label={t('duplicates.keepNote')} help={t('duplicates.keepNoteHint')} error={form.errors.note} name="note" required>
          <TextArea value={form.values.note} onChange={({ target }) => form.set('note', target.value)} limit={500} rows={2} />
        </Field>
        <Failure of={form.failure} />
      </DialogForm>
    </Dialog>
  )
}
