import { useMemo } from 'react'
import { Select } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { countryName } from '../../questions/index.js'

/** Every country that the browser knows a name of, by that name. */
export function CountrySelect({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useText('console')
  const locale = useLocale()
  const countries = useMemo(() => namedCountries(locale), [locale])
  return (
    <Select value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('applications.any')}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index))
/** Codes that name no country but have a name: unions, regions, and those kept for private use. */
const noCountry = /^(?:EU|EZ|UN|QO|ZZ|X[A-JL-Z])$/

function namedCountries(locale: string) {
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((code) => ({ code, name: countryName(code, locale) }))
    .filter(({ code, name }) => name !== code && !noCountry.test(code))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}
