import type { ReviewDesk } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import styles from './own-reviews.module.css'

type Props = { own: ReviewDesk['own'] /** The one that is being scored again. */; open: string | null; onOpen: (id: string) => void }

/** What she has scored, to think again about; those of people she knows stay closed. */
export function OwnReviews({ own, open, onOpen }: Props) {
  const t = useText('console')
  if (own.length === 0) return null
  return (
    <section className={styles.own}>
      <h2>{t('review.own')}</h2>
      <ul>
        {own.map(({ id, number, state, percent }) => (
          <li key={id}>
            {state === 'conflict' ? (
              <span className="soft">{t('review.ownConflict', { number })}</span>
            ) : (
              <button type="button" className={styles.open} aria-pressed={open === id} onClick={() => onOpen(id)}>
                {t('review.ownScored', { number })} <b>{formatNumber(percent ?? 0)}</b>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
