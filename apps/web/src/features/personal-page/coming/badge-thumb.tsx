import { splitName } from '#badge'
import { PersonName } from '../../../components/index.js'
import type { PersonalPage } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './badge-thumb.module.css'

/** The badge as it will hang around a neck, small. */
export function BadgeThumb({ me }: { me: PersonalPage }) {
  const t = useText('me')
  const { given, family } = splitName(me.name)
  return (
    <div className={styles.badge}>
      <p className="sr">{t('badge.label', { name: me.name })}</p>
      <div className={styles.picture} aria-hidden="true">
        {me.event.cover && <img src={me.event.cover.small} alt="" />}
        <i />
      </div>
      <div className={styles.name} aria-hidden="true">
        <b>
          <PersonName>{given}</PersonName>
        </b>
        <span>
          <PersonName>{family}</PersonName>
        </span>
      </div>
      <div className={styles.band} aria-hidden="true">
        {me.event.hashtag && `#${me.event.hashtag}`}
      </div>
    </div>
  )
}
