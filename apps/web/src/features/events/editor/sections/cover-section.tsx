import { Field, TextArea } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { PictureField } from '../../../organizations/index.js'
import type { Editor } from '../use-editor.js'

export function CoverSection({ editor: { values, set, errors, closed } }: { editor: Editor }) {
  const t = useText('console')
  return (
    <>
      <PictureField
        kind="cover"
        label={t('editor.cover')}
        help={t('editor.coverHint')}
        url={values.coverUrl}
        words={{ choose: t('editor.coverChoose'), change: t('editor.coverChange'), remove: t('editor.coverRemove') }}
        error={errors.coverFileId}
        disabled={closed}
        onChange={(picture) => set({ coverFileId: picture?.id ?? null, coverUrl: picture?.urls.medium ?? null })}
      />
      {values.coverFileId && (
        <Field label={t('editor.fields.coverAlt')} help={t('editor.fields.coverAltHint')} error={errors.coverAlt} required>
          <TextArea
            value={values.coverAlt}
            onChange={(change) => set({ coverAlt: change.target.value.replaceAll('\n', ' ') })}
            limit={300}
            rows={2}
          />
        </Field>
      )}
    </>
  )
}
