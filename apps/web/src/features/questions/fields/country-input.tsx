import { useMemo } from 'react'
import { countries } from '#forms'
import { Combobox } from '../../../components/combobox/combobox.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { countryName } from '../country-name.js'

type Props = { value: string; onChange: (value: string) => void; onBlur?: () => void }

/** A country by its name in the reader's language; it is found in the other one and in its own as well. */
export default function CountryInput({ value, onChange, onBlur }: Props) {
  const t = useText('common')
  const locale = useLocale()
  const options = useMemo(
    () =>
      countries
        .map((code) => ({ value: code, label: countryName(code, locale), also: [countryName(code, locale === 'nl' ? 'en' : 'nl'), code] }))
        .sort((one, other) => one.label.localeCompare(other.label, locale)),
    [locale],
  )
  return (
    <Combobox
      options={options}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      autoComplete="country-name"
      placeholder={t('country.search')}
      words={{ none: t('country.none'), found: (count) => t('country.found', { count }) }}
    />
  )
}
