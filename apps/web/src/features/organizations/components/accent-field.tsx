import { contrast, deriveAccent } from '#accent'
import { useDeferredValue, useMemo } from 'react'
import { Field, TextInput } from '../../../components/index.js'
import { formatDecimal, useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './accent-field.module.css'
import { AccentPreview } from './accent-preview.js'

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** The page's grounds, by day and by night; the accent is read on the darker of the light ones. */
const lightGround = '#F2EFE7'

type Props = { value: string; onChange: (value: string) => void; error?: string /** Of the organization, for the example. */; name: string }

/** The brand's colour, and at once what the contrast guard makes of it, by day and by night. */
export function AccentField({ value, onChange, error, name }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const brand = useDeferredValue(value)
  const tokens = useMemo(() => (isColour(brand) ? deriveAccent(brand) : null), [brand])
  const kept = tokens?.light.accent === brand.toUpperCase()
  return (
    <div>
      <Field label={t('settings.accent')} help={t('settings.accentHint')} error={error}>
        <span className={styles.row}>
          <input
            type="color"
            aria-label={t('settings.accentPick')}
            value={isColour(value) ? value : '#000000'}
            onChange={(change) => onChange(change.target.value.toUpperCase())}
          />
          <TextInput
            mono
            value={value}
            onChange={(change) => onChange(change.target.value.trim())}
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
          />
        </span>
      </Field>
      {tokens && (
        <>
          <p className={styles.said} aria-live="polite">
            {kept ? t('settings.kept') : t('settings.moved', { colour: tokens.light.accent, brand: brand.toUpperCase() })}{' '}
            {t('settings.contrast', { ratio: formatDecimal(contrast(tokens.light.accent, lightGround), locale) })}
          </p>
          <div className={styles.previews}>
            <AccentPreview theme="light" shades={tokens.light} name={name} />
            <AccentPreview theme="dark" shades={tokens.dark} name={name} />
          </div>
        </>
      )}
    </div>
  )
}
