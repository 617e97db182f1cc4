import { figures, PersonName, Table } from '../../../components/index.js'
import type { ReviewOverview } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import styles from './reviewers-table.module.css'

/** Who has read how much, and who scores harder or more mildly than the others did for the same applications. */
export function ReviewersTable({ reviewers }: Pick<ReviewOverview, 'reviewers'>) {
  const t = useText('console')
  if (reviewers.length === 0) return <p className="soft">{t('review.noReviewers')}</p>
  const columns = ['scored', 'mean', 'difference'] as const
  return (
    <Table caption={t('review.reviewers')} className={styles.reviewers}>
      <thead>
        <tr>
          <th scope="col">{t('review.reviewer')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={figures}>
              {t(`review.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reviewers.map(({ userId, name, scored, conflicts, mean, spread, difference }) => (
          <tr key={userId}>
            <th scope="row">
              <PersonName>{name}</PersonName>
            </th>
            <td className={figures}>
              {formatNumber(scored)}
              {conflicts > 0 && <small className="soft"> {t('review.knows', { count: conflicts })}</small>}
            </td>
            <td className={figures}>
              {mean === null || spread === null ? '–' : t('review.meanSpread', { mean: rounded(mean), spread: rounded(spread) })}
            </td>
            <td className={figures}>{signed(difference)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const rounded = (value: number) => formatNumber(Math.round(value))

function signed(value: number | null): string {
  if (value === null) return '–'
  const whole = Math.round(value)
  return whole > 0 ? `+${formatNumber(whole)}` : whole < 0 ? `−${formatNumber(-whole)}` : '0'
}
