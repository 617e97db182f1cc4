import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatMoment } from '../../lib/time.js'
import styles from './draft-note.module.css'
import type { useDraft } from './use-draft.js'

type Props = { keeping: ReturnType<typeof useDraft>; onStartAgain: () => void }

/** Says quietly that an earlier visit is back, and lets whoever borrowed the phone begin with nothing. */
export function DraftNote({ keeping: { restored, savedAt, lost, cleared, putBack }, onStartAgain }: Props) {
  const t = useText('apply')
  const common = useText('common')
  const locale = useLocale()
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (cleared)
    return (
      <div className={styles.note} role="status">
        <span>{t('draft.cleared')}</span>
        <button type="button" onClick={putBack}>
          {t('draft.putBack')}
        </button>
      </div>
    )
  if (!restored || savedAt === null) return null
  return (
    <div role="status">
      <div className={styles.note}>
        <span>{t('draft.restored', { when: formatMoment(savedAt, ownZone, locale, { weekday: 'short', month: 'short' }) })}</span>
        <button type="button" onClick={onStartAgain}>
          {t('draft.startAgain')}
        </button>
      </div>
      {lost.map(({ id, name }) => (
        <p key={id} className={styles.note}>
          {t.rich('draft.lostFile', { name: <bdi>{name ?? common('file.unnamed')}</bdi> })}
        </p>
      ))}
    </div>
  )
}
