import { figures, Table } from '../../../../../components/index.js'
import { formatNumber, useLocale, useText } from '../../../../../lib/i18n/index.js'
import { percentOf } from './chance-axis.js'
import type { NamedRow } from './chance-chart.js'

/** The figures of the chart. */
export function ChanceTable({ rows }: { rows: readonly NamedRow[] }) {
  const t = useText('policy')
  const locale = useLocale()
  return (
    <Table caption={t('simulation.chances')}>
      <thead>
        <tr>
          <th scope="col">{t('simulation.column.who')}</th>
          {(['people', 'chance', 'from', 'to'] as const).map((column) => (
            <th key={column} scope="col" className={figures}>
              {t(`simulation.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, people, chance, low, high }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className={figures}>{formatNumber(Math.round(people))}</td>
            <td className={figures}>{percentOf(chance, locale)}</td>
            <td className={figures}>{percentOf(low, locale)}</td>
            <td className={figures}>{percentOf(high, locale)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
