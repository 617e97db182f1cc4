import { formatNumber, useText } from '../../../lib/i18n/index.js'
import type { EventHome, Phase } from '../../../lib/api/types.js'
import { classNames } from '../../../components/index.js'
import { Figure } from './figure.js'
import styles from './funnel-figure.module.css'

type Step = EventHome['funnel'][number]

/** From when on a step can have happened; before, its bar is only an outline. */
const begins: Record<Step['key'], readonly Phase[]> = {
  applied: ['open', 'closed', 'drawn', 'live', 'wrapped', 'archived', 'cancelled'],
  confirmed: ['open', 'closed', 'drawn', 'live', 'wrapped', 'archived', 'cancelled'],
  invited: ['drawn', 'live', 'wrapped', 'archived', 'cancelled'],
  accepted: ['drawn', 'live', 'wrapped', 'archived', 'cancelled'],
  came: ['live', 'wrapped', 'archived'],
  answered: ['wrapped', 'archived'],
}

/** How many went from each step to the next, drawn to scale and written beside. */
export function FunnelFigure({ funnel, phase }: { funnel: readonly Step[]; phase: Phase }) {
  const t = useText('console')
  const most = Math.max(1, ...funnel.map(({ count }) => count))
  return (
    <Figure title={t('home.funnel.heading')}>
      <ol className={styles.funnel}>
        {funnel.map(({ key, count }) => {
          const later = count === 0 && !begins[key].includes(phase)
          return (
            <li key={key} className={later ? styles.later : undefined}>
              <span>{t(`home.funnel.${key}`)}</span>
              <span className={styles.track} aria-hidden="true">
                <i
                  className={classNames(styles.bar, later && styles.outline)}
                  style={{ width: later ? '8%' : `${Math.max(count ? 0.6 : 0, (count / most) * 100)}%` }}
                />
              </span>
              <b>{later ? t('home.funnel.later') : formatNumber(count)}</b>
            </li>
          )
        })}
      </ol>
    </Figure>
  )
}
