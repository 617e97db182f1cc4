import { useMemo } from 'react'
import { AsTable, figures, Table } from '../../../components/index.js'
import type { LiveFigures } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { countryName } from '../../questions/index.js'
import { columns, countryPlaces, rows } from '../country-places.js'
import styles from './country-map.module.css'
import { percent } from '../percent.js'

type Country = LiveFigures['countries'][number]

const tile = 10
/** How much of its place a tile fills, by its step: also without colour more is more. */
const sides = [6, 7.4, 8.8, 10] as const

/** Where people apply from: a tile for each country, larger and darker where there are more of them. The same figures wait below as a table. */
export function CountryMap({ countries }: { countries: readonly Country[] }) {
  const t = useText('console')
  const locale = useLocale()
  const known = useMemo(() => new Map(countries.map((country) => [country.code, country])), [countries])
  const most = Math.max(1, ...countries.map(({ applied }) => applied))
  const first = countries
    .slice(0, 3)
    .map(({ code, applied }) => t('live.countries.of', { country: countryName(code, locale), count: applied }))
  return (
    <div>
      <svg
        viewBox={`0 0 ${columns * tile} ${rows * tile}`}
        role="img"
        aria-label={t('live.countries.map', { count: countries.length, first: first.join(', ') })}
        className={styles.map}
      >
        {[...countryPlaces].map(([code, { column, row }]) => {
          const country = known.get(code)
          const step = country ? stepOf(country.applied, most) : 0
          const side = country ? sides[step] : sides[0]
          const gap = (tile - side) / 2 + 0.5
          return (
            <rect
              key={code}
              x={column * tile + gap}
              y={row * tile + gap}
              width={side - 1}
              height={side - 1}
              rx="1.5"
              className={country ? styles[`step${step}`] : styles.nobody}
            >
              {country && <title>{t('live.countries.of', { country: countryName(code, locale), count: country.applied })}</title>}
            </rect>
          )
        })}
      </svg>
      <AsTable toggle={t('home.applications.table')} label={t('live.countries.heading')}>
        <Table caption={t('live.countries.heading')}>
          <thead>
            <tr>
              <th scope="col">{t('live.countries.country')}</th>
              <th scope="col" className={figures}>
                {t('home.applications.count')}
              </th>
              <th scope="col" className={figures}>
                {t('live.confirmed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {countries.map(({ code, applied, confirmed }) => (
              <tr key={code}>
                <td>{countryName(code, locale)}</td>
                <td className={figures}>{formatNumber(applied)}</td>
                <td className={figures}>{percent(confirmed, applied)}%</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </AsTable>
    </div>
  )
}

/** By tenfolds: a country with three people is seen beside one with three thousand. */
function stepOf(applied: number, most: number): 0 | 1 | 2 | 3 {
  const part = most === 1 ? 1 : Math.log(applied) / Math.log(most)
  return Math.min(3, Math.max(0, Math.floor(part * 4))) as 0 | 1 | 2 | 3
}
