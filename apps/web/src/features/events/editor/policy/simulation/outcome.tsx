import type { PolicyContext, SelectionPolicy, Simulation } from '#policy'
import { AsTable } from '../../../../../components/index.js'
import { formatNumber, useText } from '../../../../../lib/i18n/index.js'
import section from '../../sections/section.module.css'
import { ChanceChart } from './chance-chart.js'
import { chanceRows } from './chance-rows.js'
import { ChanceTable } from './chance-table.js'
import { PoolOutcomes } from './pool-outcomes.js'
import { useSubjectName } from './subject-name.js'

type Props = { simulation: Simulation; policy: SelectionPolicy; context: PolicyContext }

/** What came out of the imagined draws: each group's chance, and what becomes of each group of seats. */
export function Outcome({ simulation, policy, context }: Props) {
  const t = useText('policy')
  const nameOf = useSubjectName(policy, context)
  const rows = chanceRows(simulation, policy.pools).map((row) => ({ ...row, name: nameOf(row.subject) }))
  return (
    <>
      <h4>{t('simulation.chances')}</h4>
      <ChanceChart rows={rows} average={simulation.chance} />
      <p className={section.note}>{t('simulation.band', { runs: formatNumber(simulation.runs) })}</p>
      <div>
        <AsTable toggle={t('simulation.table')} label={t('simulation.chances')}>
          <ChanceTable rows={rows} />
        </AsTable>
      </div>
      <h4>{t('simulation.pools')}</h4>
      <PoolOutcomes pools={simulation.pools} policy={policy} nameOf={nameOf} />
    </>
  )
}
