import type { Network, ProofBeginning } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { CopyLink } from '../../ticket/index.js'
import styles from './proven-handles.module.css'

/** What to put into a profile or page, and where; then she comes back and presses. */
export function PlaceSteps({ network, beginning }: { network: Network; beginning: ProofBeginning }) {
  const t = useText('proof')
  const { kind, text, profileUrl } = beginning
  if (text === null) return null
  const page = profileUrl && (
    <a href={profileUrl} target="_blank" rel="noreferrer">
      {profileUrl.replace(/^https:\/\//, '')}
    </a>
  )
  return (
    <ol className={styles.steps}>
      <li>
        {t(kind === 'link' ? 'place.copyLink' : 'place.copyCode')}
        <CopyLink address={kind === 'link' ? `<a rel="me" href="${text}">${t('place.anchor')}</a>` : text} label={t('place.copyLabel')} />
      </li>
      <li>{t.rich(kind === 'link' ? 'place.putLink' : 'place.putCode', { page: page ?? t(`network.${network}`) })}</li>
      <li>{t('place.back')}</li>
    </ol>
  )
}
