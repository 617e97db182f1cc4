import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { countries } from '#forms'
import { Field, Icon, Select } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import styles from './settings.module.css'

type Props = { is: readonly string[]; error: string | undefined; onChange: (is: string[]) => void }

/** The countries a condition names, one added at a time. */
export function ConditionCountries({ is, error, onChange }: Props) {
  const t = useText('builder')
  const locale = useLocale()
  const { names, sorted } = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    const compare = new Intl.Collator(locale).compare
    return { names, sorted: [...countries].sort((one, other) => compare(names.of(one) ?? one, names.of(other) ?? other)) }
  }, [locale])
  return (
    <div>
      <Field label={t('condition.addCountry')} error={error}>
        <Select value="" onChange={(change) => change.target.value && onChange([...is, change.target.value])}>
          <option value="">{t('condition.chooseCountry')}</option>
          {sorted
            .filter((code) => !is.includes(code))
            .map((code) => (
              <option key={code} value={code}>
                {names.of(code)}
              </option>
            ))}
        </Select>
      </Field>
      <ul className={styles.chosen}>
        {is.map((code) => (
          <li key={code}>
            {names.of(code)}
            <button
              type="button"
              className={styles.remove}
              aria-label={t('condition.removeCountry', { country: names.of(code) ?? code })}
              onClick={() => onChange(is.filter((one) => one !== code))}
            >
              <Icon of={IconX} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
