import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { StateMark } from '../../components/index.js'
import type { ProvenHandle } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { formatDay } from '../../lib/time.js'
import { HandleName } from '../questions/index.js'
import styles from './proven-mark.module.css'

/** An account that is proven, and what its network says of it. */
export function ProvenMark({ proof, timeZone }: { proof: ProvenHandle; timeZone: string }) {
  const t = useText('proof')
  const locale = useLocale()
  const { network, handle, profileUrl, accountCreatedAt, followsBrand, followers } = proof
  const name = <HandleName handle={handle} bare />
  return (
    <div className={styles.mark}>
      <p className={styles.name}>
        {profileUrl ? (
          <a href={profileUrl} target="_blank" rel="noreferrer nofollow">
            {name}
          </a>
        ) : (
          <b>{name}</b>
        )}
        <StateMark icon={IconRosetteDiscountCheck} tint="done">
          {t('mark')}
        </StateMark>
      </p>
      <ul className="small soft dotted">
        <li>{t(`short.${network}`)}</li>
        {accountCreatedAt && <li>{t('since', { day: formatDay(accountCreatedAt, timeZone, locale, { year: true }) })}</li>}
        {followsBrand !== null && <li>{t(followsBrand ? 'follows' : 'followsNot')}</li>}
        {followers !== null && <li>{t('followers', { count: followers })}</li>}
      </ul>
    </div>
  )
}
