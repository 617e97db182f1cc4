import { Button, Failure, Field, Loaded, PageHead, Select, TextInput } from '../../../components/index.js'
import { useToast } from '../../../components/toast/toast.js'
import type { Locale, OrganizationSummary } from '../../../lib/api/types.js'
import { useForm } from '../../../lib/form/use-form.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { type OrganizationChange, useChangeOrganization, useOrganization } from '../api.js'
import { AccentField, isColour } from './accent-field.js'
import form from './form.module.css'
import { PictureField } from './picture-field.js'
import styles from './settings-page.module.css'

export function SettingsPage() {
  const t = useText('console')
  const { organization } = useMembership()
  const current = useOrganization(organization.slug)
  return (
    <>
      <PageHead heading={t('settings.heading')} />
      <Loaded of={current}>{(data) => <SettingsForm organization={data} />}</Loaded>
    </>
  )
}

function SettingsForm({ organization }: { organization: OrganizationSummary }) {
  const t = useText('console')
  const change = useChangeOrganization(organization.slug)
  const say = useToast()
  const { values, set, errors, ...state } = useForm({
    initial: {
      name: organization.name,
      address: organization.address,
      website: organization.website ?? '',
      fediverseHandle: organization.fediverseHandle ?? '',
      blueskyHandle: organization.blueskyHandle ?? '',
      locale: organization.locale,
      accent: organization.accent,
      logoFileId: undefined as string | null | undefined,
      logoUrl: organization.logoUrl,
    },
    check: ({ name, accent }) => ({
      ...(name.trim() ? {} : { name: t('state.required') }),
      ...(isColour(accent) ? {} : { accent: t('settings.accentWrong') }),
    }),
    send: async ({ logoUrl: _shown, logoFileId, website, ...rest }) => {
      const body: OrganizationChange = { ...rest, website: website.trim() || null, ...(logoFileId === undefined ? {} : { logoFileId }) }
      await change.mutateAsync(body)
      say(t('state.savedNow'))
    },
  })
  return (
    <form {...state.props} className={styles.columns}>
      <div className={form.form}>
        <Field label={t('settings.name')} error={errors.name} required>
          <TextInput
            value={values.name}
            onChange={(event) => set('name', event.target.value)}
            maxLength={120}
            autoComplete="organization"
          />
        </Field>
        <Field label={t('settings.address')} help={t('settings.addressHint')} error={errors.address} optionalLabel={t('state.optional')}>
          <TextInput
            value={values.address}
            onChange={(event) => set('address', event.target.value)}
            maxLength={300}
            autoComplete="street-address"
          />
        </Field>
        <Field label={t('settings.website')} help={t('settings.websiteHint')} error={errors.website} optionalLabel={t('state.optional')}>
          <TextInput
            type="url"
            value={values.website}
            onChange={(event) => set('website', event.target.value)}
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Field
          label={t('settings.fediverse')}
          help={t('settings.fediverseHint')}
          error={errors.fediverseHandle}
          optionalLabel={t('state.optional')}
        >
          <TextInput
            value={values.fediverseHandle}
            onChange={(event) => set('fediverseHandle', event.target.value)}
            maxLength={320}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field
          label={t('settings.bluesky')}
          help={t('settings.blueskyHint')}
          error={errors.blueskyHandle}
          optionalLabel={t('state.optional')}
        >
          <TextInput
            value={values.blueskyHandle}
            onChange={(event) => set('blueskyHandle', event.target.value)}
            maxLength={253}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field label={t('settings.locale')} help={t('settings.localeHint')} error={errors.locale}>
          <Select value={values.locale} onChange={(event) => set('locale', event.target.value as Locale)}>
            <option value="en">{t('languages.en')}</option>
            <option value="nl">{t('languages.nl')}</option>
          </Select>
        </Field>
        <PictureField
          kind="logo"
          label={t('settings.logo')}
          help={t('settings.logoHint')}
          url={values.logoUrl}
          words={{ choose: t('settings.chooseLogo'), change: t('settings.changeLogo'), remove: t('settings.removeLogo') }}
          error={errors.logoFileId}
          onChange={(picture) => {
            set('logoFileId', picture?.id ?? null)
            set('logoUrl', picture?.urls.medium ?? null)
          }}
        />
      </div>
      <div className={form.form}>
        <AccentField value={values.accent} onChange={(accent) => set('accent', accent)} error={errors.accent} name={values.name} />
      </div>
      <div className={styles.end}>
        <Failure of={state.failure} />
        <Button type="submit" busy={state.busy}>
          {t(state.busy ? 'state.saving' : 'settings.submit')}
        </Button>
      </div>
    </form>
  )
}
