import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, Failure, Field, TextInput } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Host } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useSaveHost } from '../api.js'
import styles from './form.module.css'
import { PictureField } from './picture-field.js'

/** A person who speaks for the organization: new, or as she stands. */
export function HostForm({ host }: { host: Host | null }) {
  const t = useText('console')
  const { organization, user } = useMembership()
  const save = useSaveHost(organization.slug, host?.id ?? null)
  const navigate = useNavigate()
  const say = useToast()
  const required = (value: string) => (value.trim() ? undefined : t('state.required'))
  const form = useForm({
    initial: {
      name: host?.name ?? '',
      roleTitle: host?.roleTitle ?? '',
      handle: host?.handle ?? '',
      replyTo: host?.replyTo ?? user.email,
      photoFileId: undefined as string | null | undefined,
      photoUrl: host?.photo?.medium ?? null,
    },
    check: ({ name, roleTitle, replyTo }) =>
      Object.fromEntries(
        Object.entries({ name: required(name), roleTitle: required(roleTitle), replyTo: required(replyTo) }).filter(([, wrong]) => wrong),
      ),
    send: async ({ photoUrl: _shown, handle, photoFileId, ...rest }) => {
      await save.mutateAsync({ ...rest, handle: handle.trim() || null, ...(photoFileId === undefined ? {} : { photoFileId }) })
      say(t('state.savedNow'))
      await navigate(paths.consoleHosts(organization.slug))
    },
  })
  const { values, set, errors } = form
  return (
    <form {...form.props} className={styles.form}>
      <PictureField
        kind="photo"
        label={t('hosts.photo')}
        help={t('hosts.photoHint')}
        url={values.photoUrl}
        words={{ choose: t('hosts.choosePhoto'), change: t('hosts.changePhoto'), remove: t('hosts.removePhoto') }}
        error={errors.photoFileId}
        onChange={(picture) => {
          set('photoFileId', picture?.id ?? null)
          set('photoUrl', picture?.urls.medium ?? null)
        }}
      />
      <Field label={t('hosts.name')} error={errors.name} required>
        <TextInput value={values.name} onChange={(change) => set('name', change.target.value)} maxLength={120} autoComplete="off" />
      </Field>
      <Field label={t('hosts.roleTitle')} help={t('hosts.roleTitleHint')} error={errors.roleTitle} required>
        <TextInput
          value={values.roleTitle}
          onChange={(change) => set('roleTitle', change.target.value)}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
      <Field label={t('hosts.handle')} help={t('hosts.handleHint')} error={errors.handle} optionalLabel={t('state.optional')}>
        <TextInput
          value={values.handle}
          onChange={(change) => set('handle', change.target.value)}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field label={t('hosts.replyTo')} help={t('hosts.replyToHint')} error={errors.replyTo} required>
        <TextInput
          type="email"
          value={values.replyTo}
          onChange={(change) => set('replyTo', change.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Failure of={form.failure} />
      <Button type="submit" busy={form.busy}>
        {t(form.busy ? 'state.saving' : 'state.save')}
      </Button>
    </form>
  )
}
