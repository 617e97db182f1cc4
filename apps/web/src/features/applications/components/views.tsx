import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button, Checkbox, Dialog, DialogForm, Failure, Field, TextInput } from '../../../components/index.js'
import { Menu, MenuItem, MenuLine } from '../../../components/menu/menu.js'
import { useToast } from '../../../components/toast/toast.js'
import type { ApplicationView } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useChangeViews, useViews } from '../api.js'
import { type Listed, listedOfView, writeListed } from '../listed.js'

type Props = { eventId: string; listed: Listed; onChange: (listed: Listed) => void }

/** Lists that somebody looks at again: one press shows one, and what is shown now can be kept under a name. */
export function Views({ eventId, listed, onChange }: Props) {
  const t = useText('console')
  const say = useToast()
  const { organization } = useMembership()
  const { data: views = [] } = useViews(organization.slug, eventId)
  const change = useChangeViews(organization.slug, eventId)
  const [saving, setSaving] = useState(false)
  const current = views.find((view) => writeListed(listedOfView(view)).toString() === writeListed(listed).toString())
  const remove = (view: ApplicationView) =>
    change.mutate({ remove: view.id }, { onSuccess: () => say(t('views.removed', { name: view.name })) })
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="small" icon={IconBookmark}>
            {current?.name ?? t('views.title')}
          </Button>
        }
      >
        {views.map((view) => (
          <MenuItem key={view.id} icon={IconBookmark} onSelect={() => onChange(listedOfView(view))}>
            <ViewName view={view} />
          </MenuItem>
        ))}
        {views.length > 0 && <MenuLine />}
        <MenuItem icon={IconBookmarkPlus} onSelect={() => setSaving(true)}>
          {t('views.save')}
        </MenuItem>
        {current?.own && (
          <MenuItem icon={IconTrash} danger onSelect={() => remove(current)}>
            {t('views.remove', { name: current.name })}
          </MenuItem>
        )}
      </Menu>
      <SaveView key={String(saving)} open={saving} onClose={() => setSaving(false)} views={views} listed={listed} change={change} />
    </>
  )
}

function ViewName({ view }: { view: ApplicationView }): ReactNode {
  const t = useText('console')
  if (view.own || !view.by) return <bdi>{view.name}</bdi>
  return (
    <span>
      <bdi>{view.name}</bdi> <small className="soft">{t('views.by', { name: view.by })}</small>
    </span>
  )
}

type SaveProps = {
  open: boolean
  onClose: () => void
  views: readonly ApplicationView[]
  listed: Listed
  change: ReturnType<typeof useChangeViews>
}

function SaveView({ open, onClose, views, listed, change }: SaveProps) {
  const t = useText('console')
  const say = useToast()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const before = views.find((view) => view.own && view.name === name.trim())
  const save = () =>
    change.mutate(
      { id: before?.id ?? null, name, shared, listed },
      {
        onSuccess: () => {
          say(t('views.saved', { name }))
          onClose()
        },
      },
    )
  return (
    <Dialog open={open} onClose={onClose} title={t('views.save')}>
      <DialogForm
        onSubmit={(submit) => {
          submit.preventDefault()
          save()
        }}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" busy={change.isPending}>
              {t(before ? 'views.replace' : 'state.save')}
            </Button>
          </>
        }
      >
        <p className="small soft">{t('views.what')}</p>
        <Field label={t('views.name')} help={before ? t('views.replaces') : undefined}>
          <TextInput value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </Field>
        <Checkbox label={t('views.shared')} checked={shared} onChange={({ target }) => setShared(target.checked)} />
        <Failure of={change.error} />
      </DialogForm>
    </Dialog>
  )
}
