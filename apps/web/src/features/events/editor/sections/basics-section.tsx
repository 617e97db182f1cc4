import { Field, Select, TextInput } from '../../../../components/index.js'
import type { Locale } from '../../../../lib/api/types.js'
import { useText } from '../../../../lib/i18n/index.js'
import { useMembership } from '../../../../lib/membership.js'
import { RichTextField } from '../fields/rich-text-field.js'
import type { Editor } from '../use-editor.js'
import styles from './section.module.css'

export function BasicsSection({ editor: { values, set, errors, isLocked } }: { editor: Editor }) {
  const t = useText('console')
  const { organization } = useMembership()
  return (
    <>
      <Field label={t('editor.fields.title')} error={errors.title} required>
        <TextInput value={values.title} onChange={(change) => set({ title: change.target.value })} maxLength={120} autoComplete="off" />
      </Field>
      <Field
        label={t('editor.fields.tagline')}
        help={t('editor.fields.taglineHint')}
        error={errors.tagline}
        optionalLabel={t('state.optional')}
      >
        <TextInput value={values.tagline} onChange={(change) => set({ tagline: change.target.value })} maxLength={240} autoComplete="off" />
      </Field>
      <RichTextField
        label={t('editor.fields.story')}
        help={t('editor.fields.storyHint')}
        value={values.story}
        onChange={(story) => set({ story })}
        error={errors.story}
      />
      <div className={styles.pair}>
        <Field label={t('editor.fields.hashtag')} help={t('editor.fields.hashtagHint')} error={errors.hashtag}>
          <span className={styles.prefixed}>
            <span aria-hidden="true">#</span>
            <TextInput
              value={values.hashtag}
              onChange={(change) => set({ hashtag: change.target.value.replace(/^#/, '') })}
              maxLength={60}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </span>
        </Field>
        <Field label={t('editor.fields.locale')} help={t('editor.fields.localeHint')} error={errors.locale}>
          <Select value={values.locale} onChange={(change) => set({ locale: change.target.value as Locale })}>
            <option value="en">{t('languages.en')}</option>
            <option value="nl">{t('languages.nl')}</option>
          </Select>
        </Field>
      </div>
      <Field
        label={t('editor.fields.slug')}
        help={isLocked('slug') ? t('editor.lockSlug') : `${location.host}/${organization.slug}/${values.slug}`}
        error={errors.slug}
      >
        <TextInput
          value={values.slug}
          disabled={isLocked('slug')}
          onChange={(change) => set({ slug: change.target.value })}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
    </>
  )
}
